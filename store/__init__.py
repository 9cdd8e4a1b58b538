"""The archive: records, schema, search and what the user wrote. The only place with SQL."""
