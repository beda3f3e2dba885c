### Mots de la méthode. Le paramètre $method vaut « grounded » (théorisation ancrée) ou « thematic ».

## Comptes

passage-count =
    { $n ->
        [one] { $n } extrait
       *[other] { $n } extraits
    }
