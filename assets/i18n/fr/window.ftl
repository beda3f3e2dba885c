### Fenêtre : menus, panneaux, boutons, barre d’état.
###
### Le français est la source. On tape des espaces et des apostrophes ordinaires : la construction pose
### les espaces insécables devant ; : ! ? % » et après «, l’apostrophe ’ et les points de suspension ….
### Les variables $n, $count, $n-… et celles que l’on accorde ([one]…) sont des nombres ; les autres, du texte.
### Chaque message existe dans le fichier anglais de même nom, avec les mêmes variables.

## Nom de l’application

-ancrage = Ancrage
app-name = { -ancrage }

## Rail des étapes

rail-heading = Le travail par étapes
rail-study = Étude
rail-interviews = Entretiens
rail-codes =
    { $method ->
        [thematic] Codes
       *[grounded] Étiquettes
    }
