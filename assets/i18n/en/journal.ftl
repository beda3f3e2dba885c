### Audit trail: what was done, in the infinitive without “to” (“Undo: apply …”).

## Labelling

coding-applied = apply “{ $code }”
