"""Bars of counts, horizontal, each with its label above and its figure: one specification for every dimension."""

from functools import cache
from typing import Any

import altair as alt

BAR_HEIGHT_PX = 38
MARGINS = {"left": 0, "right": 44, "top": 2, "bottom": 2}
"""Pixels; the figure of the longest bar stands in the right one."""
FONT = "system-ui, sans-serif"
INK, PETROL, GREY = "#14323a", "#3f7f8c", "#55676c"


@cache
def bar_specification() -> dict[str, Any]:
    """Vega-Lite of Altair's making, as wide as its place: rows in their order, of `libelle`, `nombre` and `chiffre`.

    `chiffre` is the number as French writes it. The data are not in it: they come beside it at each click. Text of
    a row is a datum, never part of an expression.
    """
    place = alt.Y("libelle:N", sort=None, axis=None, scale=alt.Scale(paddingInner=0.2))
    length = alt.X("nombre:Q", axis=None, scale=alt.Scale(domainMin=0, nice=False))
    base = alt.Chart().encode(y=place)
    bars = base.mark_bar(height=9, yOffset=9, color=PETROL, cornerRadiusEnd=2, minBandSize=2).encode(
        x=length,
        tooltip=[alt.Tooltip("libelle:N", title=" "), alt.Tooltip("chiffre:N", title=" ")],
    )
    names = base.mark_text(align="left", baseline="middle", dy=-8, font=FONT, fontSize=13, color=INK, limit=330).encode(
        x=alt.value(0), text="libelle:N"
    )
    figures = base.mark_text(
        align="left", baseline="middle", dx=6, dy=9, font=FONT, fontSize=13, fontWeight=600, color=INK
    ).encode(x=length, text="chiffre:N")
    chart = (
        alt.layer(bars, names, figures)
        .properties(width="container", height=alt.Step(BAR_HEIGHT_PX), autosize=alt.AutoSizeParams(type="fit-x"))
        .configure(padding=MARGINS, background="transparent", view=alt.ViewConfig(stroke="transparent"))
    )
    specification: dict[str, Any] = chart.to_dict()
    del specification["datasets"]  # Altair's stand-ins for the data that come beside
    for layer in specification["layer"]:
        del layer["data"]
    return specification
