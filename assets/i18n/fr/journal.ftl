### Journal des opérations : ce qui a été fait, à l’infinitif (« Annuler : appliquer … »).

## Étiquetage

coding-applied = appliquer « { $code } »
