// Pages are complete without this: with it a table is swapped in place and an upload shows how far it is.
import 'htmx.org';
