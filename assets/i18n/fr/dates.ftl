### Dates, heures, durées. Les fonctions du module `moment` appellent ces messages ; on ne les appelle pas
### soi-même avec des nombres non vérifiés.

month-name =
    { $n ->
        [1] janvier
        [2] février
        [3] mars
        [4] avril
        [5] mai
        [6] juin
        [7] juillet
        [8] août
        [9] septembre
        [10] octobre
        [11] novembre
       *[12] décembre
    }
date-long =
    { $n-day ->
        [1] 1ᵉʳ { $month } { $year }
       *[other] { $n-day } { $month } { $year }
    }
date-numeric = { $day }/{ $month }/{ $year }
date-numeric-short = { $day }/{ $month }
time-of-day = { $hour }{"\u00A0"}h{"\u00A0"}{ $minute }
date-and-time = { $date } à { $time }
duration-minutes = { $n }{"\u00A0"}min
duration-hours = { $n-hours }{"\u00A0"}h{"\u00A0"}{ $minutes }
