#pragma once

#include "data/exchange/clean_text.h"
#include "data/exchange/loss.h"
#include "models/units.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trestle {

/// How the columns and the decimals of a table are told apart.
struct CsvForm {
    char separator = ',';   ///< or a semicolon
    char decimalSign = '.'; ///< or a comma, beside a semicolon
    bool marksUtf8 = true;  ///< a byte order mark, by which spreadsheets tell UTF-8
};

/// A number with a decimal point and at most so many decimals, without zeros at its end.
std::string decimalText(double value, int decimals);

/// One table as RFC 4180 has it, cell by cell: UTF-8, CRLF, what has to be in quotes is.
class CsvTable {
public:
    static constexpr int kDecimals = 4; ///< of a number

    explicit CsvTable(const CsvForm& form = {});

    /// Columns by their places, from the first row on: what is put there is not written.
    void leaveOut(std::vector<bool> columns) { m_leftOut = std::move(columns); }

    /// A date or a word of ours: nothing that needs care.
    void plain(std::string_view cell);
    /// Text from the plan. What a spreadsheet would take for a formula is made text by a leading apostrophe.
    void text(std::string_view cell);
    /// Without zeros at its end.
    void number(double value);
    /// Dollars with both digits of the cents.
    void money(Money amount);
    void empty(std::size_t count);
    void endRow();

    /// Of texts that were changed. Kinds with a count of 0 are left out.
    [[nodiscard]] std::vector<Loss> losses() const;
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    /// Whether the next cell is written.
    bool startCell();

    CsvForm m_form;
    TextCleaner m_cleaner;
    std::string m_text;
    std::vector<bool> m_leftOut;
    std::size_t m_column = 0; ///< of the next cell
    bool m_rowStarted = false;
    std::size_t m_guarded = 0;
};

} // namespace trestle
