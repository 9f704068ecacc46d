"""The site’s own addresses, one module per feature: from a request to a feature’s answer."""
