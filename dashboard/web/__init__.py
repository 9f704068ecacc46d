"""The HTTP shell around Streamlit: compressed files, headers, language, readiness. Knows nothing of poles."""
