"""The paper of a territory: two pages of PDF, or one HTML file."""
