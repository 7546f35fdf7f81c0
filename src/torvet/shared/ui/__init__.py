"""What pages look like: stylesheet, components, base page and the gallery at /stil/."""
