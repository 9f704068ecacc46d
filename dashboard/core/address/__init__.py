"""What a link can say, all of it: one `parse` and one `to_params` per part of the view."""
