### Dates, times, durations. The functions of the module `moment` call these messages; nobody else should
### with numbers that were not checked.

month-name =
    { $n ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
date-long = { $n-day } { $month } { $year }
date-numeric = { $day }/{ $month }/{ $year }
date-numeric-short = { $day }/{ $month }
time-of-day = { $hour }:{ $minute }
date-and-time = { $date } at { $time }
duration-minutes = { $n }{"\u00A0"}min
duration-hours = { $n-hours }{"\u00A0"}h{"\u00A0"}{ $minutes }
