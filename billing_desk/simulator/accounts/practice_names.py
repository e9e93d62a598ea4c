"""Names for the practice account: people as (kanji, reading), companies, cities with prefecture and postal code."""

from __future__ import annotations

SURNAMES = (
    ("佐藤", "sato"),
    ("鈴木", "suzuki"),
    ("高橋", "takahashi"),
    ("田中", "tanaka"),
    ("伊藤", "ito"),
    ("渡辺", "watanabe"),
    ("山本", "yamamoto"),
    ("中村", "nakamura"),
    ("小林", "kobayashi"),
    ("加藤", "kato"),
    ("吉田", "yoshida"),
    ("山田", "yamada"),
    ("佐々木", "sasaki"),
    ("山口", "yamaguchi"),
    ("松本", "matsumoto"),
    ("井上", "inoue"),
    ("木村", "kimura"),
    ("林", "hayashi"),
    ("斎藤", "saito"),
    ("清水", "shimizu"),
)
GIVEN = (
    ("花子", "hanako"),
    ("太郎", "taro"),
    ("陽葵", "himari"),
    ("蓮", "ren"),
    ("結衣", "yui"),
    ("湊", "minato"),
    ("美咲", "misaki"),
    ("大輝", "daiki"),
    ("さくら", "sakura"),
    ("翔太", "shota"),
    ("葵", "aoi"),
    ("悠真", "yuma"),
    ("凛", "rin"),
    ("健一", "kenichi"),
    ("真由美", "mayumi"),
)
COMPANIES = {
    "usd": ("Northwind Analytics", "Blue Harbor Logistics", "Cedar & Pine Studio", "Brightline Dental Group"),
    "eur": ("Atelier Lumière SARL", "Müller Feinmechanik GmbH", "Caffè Girasole S.r.l.", "Óptica Levante S.L."),
    "kwd": ("Gulf Pearl Trading Co.", "Al Noor Clinics", "Dasman Software W.L.L."),
}
COUNTRY = {"jpy": "JP", "usd": "US", "eur": "DE", "kwd": "KW"}
LOCALE = {"jpy": "ja", "usd": "en", "eur": "de", "kwd": "ar"}
CITIES = {
    "jpy": (("渋谷区", "東京都", "150-0002"), ("中央区", "大阪府", "541-0041"), ("博多区", "福岡県", "812-0011")),
    "usd": (("Portland", "OR", "97205"), ("Austin", "TX", "78701")),
    "eur": (("Berlin", "", "10115"), ("Köln", "", "50667")),
    "kwd": (("Kuwait City", "", "15000"),),
}
