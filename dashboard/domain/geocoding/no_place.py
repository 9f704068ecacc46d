"""Words that people write where a place is asked and that name none: never the slip of a commune's name."""

from dashboard.domain.geocoding.keys import key_of, words

# Kinds of offices, of areas and of answers beside the point met in questionnaires and spreadsheets.
_WORDS = """
néant|nc|nr|nd|na|null|none|nan|so|sans objet|non renseigné|non communiqué|siège|siège social|bureau|bureaux
|antenne|agence|mairie|hôtel de ville|accueil|association|coopérative|entreprise|structure|pôle|président
|présidente|directeur|directrice|adhérent|adhérents|membre|membres|bénévole|bénévoles|salarié|salariés
|territoire|territoires|commune|communes|canton|cantons|arrondissement|bassin de vie|intercommunalité|métropole
|agglomération|quartier|centre ville|centre-bourg|campagne|rural|urbain|littoral|montagne|local|locale
|départemental|régional|national|nationale|international|internationale|européen|Europe|monde|étranger|outre-mer
|métropolitaine|France entière|partout|ailleurs|divers|diverse|diverses|autre|autres|plusieurs|multiple
|multiples|multi-sites|ensemble|idem|voir|en ligne|à distance|distanciel|télétravail|itinérant|itinérante|nomade
|mobile|internet|site web|courriel|domicile|inconnu|inconnue|aucun|aucune|sans|rien|oui|non|peut-être|à définir
|nord|sud|est|ouest|nord-est|nord-ouest|sud-est|sud-ouest|centre|total|tous|toutes|tout|vide
|à préciser|à confirmer|en cours|en projet|à venir|test|exemple
"""

NO_PLACE = frozenset(key_of(words(name)) for name in _WORDS.split("|"))
"""Their look-up keys."""
