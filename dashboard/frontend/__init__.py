"""What runs in the browser (JavaScript, CSS), and the Python that speaks to it."""
