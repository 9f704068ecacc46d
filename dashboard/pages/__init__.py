"""Streamlit, and only here: one script per page, the visitor’s state, the components."""
