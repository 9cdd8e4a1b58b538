"""From the body of an article to its people, positions, meetings and documents."""
