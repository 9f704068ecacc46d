"""What people write where a town is asked and that is no commune: no place, a foreign country, a town of the post."""

from dashboard.core.geocoding.keys import key_of, words

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


# Short names in French of the States (ISO 3166-1; ministerial order of 4 November 1993 on the names of States), with
# usual variants, the nations of the United Kingdom and Québec. France and its territories are left out.
_NAMES = """
Afghanistan|Afrique du Sud|Albanie|Algérie|Allemagne|Andorre|Angleterre|Angola|Arabie saoudite|Argentine|Arménie
|Australie|Autriche|Azerbaïdjan|Bahamas|Bahreïn|Bangladesh|Barbade|Belgique|Belize|Bénin|Bhoutan|Biélorussie
|Bélarus|Birmanie|Bolivie|Bosnie-Herzégovine|Botswana|Brésil|Brunei|Bulgarie|Burkina Faso|Burkina|Burundi
|Cambodge|Cameroun|Canada|Cap-Vert|Centrafrique|République centrafricaine|Chili|Chine|Chypre|Colombie|Comores
|Congo|République démocratique du Congo|République du Congo|RDC|Corée du Nord|Corée du Sud|Corée|Costa Rica
|Côte d'Ivoire|Croatie|Cuba|Danemark|Djibouti|République dominicaine|Dominique|Écosse|Égypte|Émirats arabes unis
|Équateur|Érythrée|Espagne|Estonie|Eswatini|États-Unis|États-Unis d'Amérique|USA|Éthiopie|Fidji|Finlande|Gabon
|Gambie|Géorgie|Ghana|Grande-Bretagne|Grèce|Grenade|Guatemala|Guinée|Guinée équatoriale|Guinée-Bissau|Guyana
|Haïti|Honduras|Hongrie|Inde|Indonésie|Irak|Iran|Irlande|Irlande du Nord|Islande|Israël|Italie|Jamaïque|Japon
|Jordanie|Kazakhstan|Kenya|Kirghizistan|Kosovo|Koweït|Laos|Lesotho|Lettonie|Liban|Liberia|Libye|Liechtenstein
|Lituanie|Luxembourg|Macédoine|Macédoine du Nord|Madagascar|Malaisie|Malawi|Maldives|Mali|Malte|Maroc
|Île Maurice|Mauritanie|Mexique|Moldavie|Monaco|Mongolie|Monténégro|Mozambique|Namibie|Népal|Nicaragua|Niger
|Nigeria|Norvège|Nouvelle-Zélande|Oman|Ouganda|Ouzbékistan|Pakistan|Palestine|Panama|Papouasie-Nouvelle-Guinée
|Paraguay|Pays-Bas|Pays de Galles|Pérou|Philippines|Pologne|Portugal|Qatar|Québec|Roumanie|Royaume-Uni|Russie
|Rwanda|Saint-Marin|Salvador|Sénégal|Serbie|Seychelles|Sierra Leone|Singapour|Slovaquie|Slovénie|Somalie|Soudan
|Soudan du Sud|Sri Lanka|Suède|Suisse|Suriname|Syrie|Tadjikistan|Taïwan|Tanzanie|Tchad|Tchéquie
|République tchèque|Thaïlande|Timor oriental|Togo|Trinité-et-Tobago|Tunisie|Turkménistan|Turquie|Ukraine|Uruguay
|Vanuatu|Vatican|Venezuela|Viêt Nam|Vietnam|Yémen|Zambie|Zimbabwe
"""

FOREIGN_COUNTRIES = frozenset(key_of(words(name)) for name in _NAMES.split("|"))
"""Their look-up keys."""


# Name on the last line of the address → INSEE codes of the communes that it covers. Sources: EPA Paris La Défense
# (Courbevoie, Nanterre, Puteaux), Syndicat mixte de Sophia Antipolis (Antibes, Biot, Mougins, Valbonne, Vallauris),
# EPT Plaine Commune, Groupe ADP, and the perimeters of the new towns (loi n° 70-610).
_POST_TOWNS = {
    "Paris La Défense": ("92026", "92050", "92062"),
    "La Défense": ("92026", "92050", "92062"),
    "Sophia Antipolis": ("06004", "06018", "06085", "06152", "06155"),
    "La Plaine Saint-Denis": ("93001", "93066"),
    "Saint-Denis La Plaine": ("93001", "93066"),
    "Roissy CDG": ("95527",),
    "Roissy Charles de Gaulle": ("95527",),
    "Orly Aérogare": ("94054",),
    "Cergy-Pontoise": ("95127", "95500"),
    "Marne-la-Vallée": ("77083", "77118", "77258", "77449", "77468", "93051"),
    "Saint-Quentin-en-Yvelines": ("78423", "78621", "78297", "78383"),
    "Futuroscope": ("86062", "86115"),
    "Futuroscope Chasseneuil": ("86062",),
    "Rungis MIN": ("94065", "94021"),
}

POST_TOWNS = {key_of(words(name)): codes for name, codes in _POST_TOWNS.items()}
"""The same by look-up key."""
