"""Names of foreign countries in French, which tell that a place is not ours."""

from dashboard.domain.geocoding.keys import key_of, words

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
