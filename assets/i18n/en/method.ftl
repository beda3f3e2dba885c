### Words of the method. $method is “grounded” (grounded theory) or “thematic”.

## Counts

passage-count =
    { $n ->
        [one] { $n } passage
       *[other] { $n } passages
    }
