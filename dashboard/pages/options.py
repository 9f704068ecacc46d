"""Streamlit's options as our figures and promises need them, wherever the server is started from."""

import tomllib
from pathlib import Path

from streamlit import config

FILE = Path(__file__).resolve().parent.parent / ".streamlit" / "config.toml"


def settle_options() -> None:
    """Set the options of our file that nobody set: `streamlit run` reads it by itself, another ASGI server does not."""
    for section, options in tomllib.loads(FILE.read_text(encoding="utf-8")).items():
        for name, value in options.items():
            if not config.is_manually_set(f"{section}.{name}"):
                config.set_option(f"{section}.{name}", value, where_defined=str(FILE))
