#pragma once
// Dates as people and spreadsheets write them: 2005-07-12, 12/07/2005, 12.07.2005, 12 juillet 2005, July 12, 2005,
// juil-05, mars 2012, 2012, 38545 (Excel's and LibreOffice's number of a day), with or without a time of day behind.
// Months in French, English and German. Which comes first, day or month, is not guessed.

#include "core/base/date.hpp"

#include <string_view>

namespace atlas {

enum class DayOrder : std::uint8_t { Unknown, DayFirst, MonthFirst };

enum class DateForm : std::uint8_t {
    None,      // not a date
    NoSuchDay, // 31/02/2010
    Ambiguous, // 03/04/2012: `date`, if the day comes first, or `other`
    Plain,
    ShortYear, // 12/07/05: the year that is nearer
    DayNumber  // 38545
};

struct TableDate {
    DateForm form = DateForm::None;
    PartialDate date, other;

    [[nodiscard]] bool is_known() const { return form >= DateForm::Plain; }
};

// `this_year` tells which century a short year means: not more than ten years ahead.
[[nodiscard]] TableDate read_table_date(std::string_view text, DayOrder order, int this_year);
// What this one date says of the order of all, if anything.
[[nodiscard]] DayOrder order_shown_by(std::string_view text);

}
