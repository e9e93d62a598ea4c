"""Error messages for the fields of customers and for metadata."""

from __future__ import annotations

from ...domain.field_errors import FieldError
from .text import translate


def problem_sentence(problem: FieldError) -> str:
    known = {
        "too_long": translate("CustomerForm", "Use up to {limit} characters."),
        "not_an_email": translate("CustomerForm", "Enter a valid email address."),
        "not_a_country": translate("CustomerForm", "Enter a two-letter country code, such as JP."),
        "not_a_locale": translate(
            "CustomerForm", "“{locale}” is not a language code. Enter a code such as ja or en-GB."
        ),
        "cannot_be_emptied": translate(
            "CustomerForm", "The Stripe API cannot clear this list. Keep at least one language."
        ),
        "too_many_keys": translate("CustomerForm", "Use up to {limit} entries."),
        "bad_key": translate("CustomerForm", "“{key}” is not a valid key: square brackets are not allowed."),
        "no_key": translate("CustomerForm", "Enter a key for the value “{value}”."),
        "metadata_too_long": translate(
            "CustomerForm", "“{key}”: a key can have up to 40 characters, a value up to 500."
        ),
        "empty_value": translate("CustomerForm", "“{key}” has no value. Click Remove to delete it."),
        "repeated_key": translate("CustomerForm", "“{key}” appears twice."),
    }
    return known.get(problem.code, problem.code).format(**problem.values)
