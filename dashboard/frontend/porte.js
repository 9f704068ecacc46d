// What the page's own document runs, before Streamlit's script.

import "./connexion.js";
import "./integre.js";
