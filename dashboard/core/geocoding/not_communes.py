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
|le village|le bourg|petite couronne|grande couronne|marché|marchés|atelier|l'atelier|ateliers|maison de quartier
|maison des associations|rond-point|épicerie|boulangerie|formation|formations|bâtiment|service|services|commerce
|tiers-lieu|ressourcerie|recyclerie|médiathèque|bibliothèque|gymnase|salle des fêtes|salle polyvalente|foyer rural
|agriculture|culture|énergie|habitat|santé|tourisme|numérique|transport|transports|logement|alimentation|textile
|à préciser|à confirmer|en cours|en projet|à venir|test|exemple
|Grand Ouest|Grand Sud|Grand Nord|Grand Centre|Grand Paris|Grand Lyon|Pays basque|Val de Loire|Côte d'Azur|Riviera
|Massif central|Alpes|Pyrénées|Cévennes|Vercors|Camargue|Luberon|Morvan|Sologne|Perche|Aubrac|Quercy|Périgord|Berry
|Poitou|Saintonge|Béarn|Bigorre|Languedoc|Dauphiné|Artois|Flandre|Flandres|Hainaut|Cotentin|Bessin|Vexin|Argonne
|Beaujolais|Forez|Velay|Gévaudan|Rouergue|Armagnac|Gascogne|Médoc|Provence|Trégor|Cornouaille|Mauges|Gâtinais|Puisaye
|Nivernais|Bourbonnais|Livradois|Bauges|Oisans|Queyras|Ubaye|Mercantour|Minervois|Lauragais|Couserans|Comminges
|Maine|Touraine|Thiérache|Boulonnais|Sundgau|Auxois|Chablais|Maurienne|Trièves|Diois|Baronnies|Tricastin|Vivarais
|Margeride|Causses|Cerdagne|Vallespir|Albret|Agenais|Chalosse|Entre-deux-Mers|Brière|Pays de Caux|Pays d'Auge
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


FOREIGN_CODES = frozenset(
    {"be", "bel", "ch", "che", "lu", "lux", "esp", "ita", "deu", "gbr", "uk", "usa", "can", "prt", "mar"}
)
"""Codes of countries (ISO 3166-1) met alone after a town, those left out that are also words."""

FRANCE = frozenset({"france", "fra", "fr", "francemetropolitaine", "republiquefrancaise"})
"""Ways of writing the country itself after the town (keys)."""

# What stands before or after a town without naming another place.
_REMARKS = """
campus|université|universités|fac|faculté|iut|école|gare|centre|centre ville|centre bourg|ville|bourg|village|mairie
|nord|sud|est|ouest|siège|siège social|antenne|agence|bureau|bureaux|site|local|locaux|permanence|accueil|lycée|collège
|environs|alentours|et environs|et alentours|et sa région|et région|intra muros|extra muros|métro|aéroport
|hyper centre|périphérie|bis|ter|a|rive droite|rive gauche
"""

REMARKS = frozenset(key_of(words(name)) for name in _REMARKS.split("|"))
"""Their keys."""

_PARTS = """
quartier hameau lieudit lieu residence immeuble batiment campus zone za zi zac zae parc domaine technopole
tour cite chez espace maison ferme moulin chateau ecole lycee universite pole site centre salle tiers
incubateur village secteur permanence
"""

PARTS_OF_TOWNS = frozenset(_PARTS.split())
"""First words of what names a part of a town, whatever else it is called."""

OPENINGS = frozenset(
    {"a", "mairie", "ville", "commune", "gare", "siege", "antenne", "agence", "bureau", "permanence", "base", "basee"}
)
"""Words before the name of a town: « antenne de Rennes »."""

NEARNESS = frozenset({"environs", "proche", "pres", "autour", "alentours", "proximite", "secteur", "region", "bassin"})
"""First words of « environs de Quimper »: about the town, and no town."""
