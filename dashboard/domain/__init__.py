"""What is true about poles: no Streamlit, folium, network, disk or clock."""
