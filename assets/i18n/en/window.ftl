### Window: menus, panels, buttons, status line.
###
### French is the source: every message here exists in the French file of the same name, with the same
### variables. Quotation marks are “ ”; no space before punctuation; apostrophes may be typed straight.

## Name of the application

-ancrage = Ancrage
app-name = { -ancrage }

## Rail of steps

rail-heading = The work, step by step
rail-study = Study
rail-interviews = Interviews
rail-codes =
    { $method ->
        [thematic] Codes
       *[grounded] Labels
    }
