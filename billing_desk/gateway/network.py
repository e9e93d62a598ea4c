"""Proxy and certificates for https to Stripe from a company network, and the errors for their failures (G4)."""

from __future__ import annotations

import ssl
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx
import stripe
import truststore

from ..domain.access.network import DIRECT, SYSTEM, Network, is_proxy
from ..domain.errors import Offline, ProxyTrouble, Untrusted


def proxy_for(host: str, network: Network) -> str | None:
    """The proxy for https to this host; None: no proxy. Raises ProxyTrouble `unusable` for an invalid proxy address."""
    if network.proxy == DIRECT:
        return None
    if network.proxy != SYSTEM:
        return _usable(network.proxy)
    found = getproxies()
    address = found.get("https") or found.get("all")
    if not address or proxy_bypass(host):
        return None
    return _usable(address if "://" in address else f"http://{address}")


def _usable(address: str) -> str:
    if not is_proxy(address):
        raise ProxyTrouble(_without_password(address), code="unusable")
    return address


def _without_password(address: str) -> str:
    return address.rpartition("@")[2].rpartition("://")[2]


def trust(network: Network) -> ssl.SSLContext:
    """Certificates trusted for Stripe: the operating system's, the SDK's bundle, and the file in the settings. Raises
    Untrusted `ca_file` if that file cannot be read."""
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(cafile=stripe.ca_bundle_path)
    if network.ca_file:
        try:
            context.load_verify_locations(cafile=network.ca_file)
        except (OSError, ValueError) as error:
            raise Untrusted(network.ca_file, code="ca_file") from error
    return context


def client(host: str, network: Network, timeout: httpx.Timeout) -> httpx.AsyncClient:
    """An httpx client for Stripe. It reads nothing from the environment except the system's https proxy."""
    context = trust(network)
    return httpx.AsyncClient(proxy=_proxy(host, network, context), verify=context, trust_env=False, timeout=timeout)


def _proxy(host: str, network: Network, context: ssl.SSLContext) -> httpx.Proxy | None:
    address = proxy_for(host, network)
    return httpx.Proxy(address, ssl_context=context if address.startswith("https:") else None) if address else None


def transport(host: str, network: Network) -> httpx.AsyncBaseTransport:
    """One connection to Stripe, without a client around it; it reads the environment as `client` does."""
    context = trust(network)
    return httpx.AsyncHTTPTransport(
        proxy=_proxy(host, network, context), verify=context, trust_env=False, limits=_ONE_CONNECTION
    )


def local_transport() -> httpx.AsyncBaseTransport:
    """One connection to a server on this computer."""
    return httpx.AsyncHTTPTransport(
        verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), trust_env=False, limits=_ONE_CONNECTION
    )


_ONE_CONNECTION = httpx.Limits(max_connections=1)


def local_client(transport: httpx.AsyncBaseTransport | None, timeout: httpx.Timeout) -> httpx.AsyncClient:
    """An httpx client for a server on this computer: no proxy, no environment. It loads no CA bundle, because the
    server uses http and loading one takes 20 ms a connection."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return httpx.AsyncClient(transport=transport, verify=context, trust_env=False, timeout=timeout)


def offline(error: BaseException) -> Offline:
    """The error for a failed connection: Untrusted (certificate), ProxyTrouble, or Offline."""
    causes = _causes(error)
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return Untrusted(cause.verify_message, code="certificate")
    for cause in causes:
        if isinstance(cause, httpx.ProxyError):
            return ProxyTrouble(str(cause), code="refused")
    return Offline(code=type(causes[1]).__name__ if len(causes) > 1 else None)


def _causes(error: BaseException) -> list[BaseException]:
    found = [error]
    while (after := found[-1].__cause__ or found[-1].__context__) is not None and after not in found:
        found.append(after)
    return found


def host_of(address: str) -> str:
    return urlsplit(address).hostname or ""
