"""The workbench in a web browser: needs the extra `serve`; nothing here is loaded by any other command."""
