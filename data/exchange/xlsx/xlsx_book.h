#pragma once

#include "data/exchange/clean_text.h"
#include "data/exchange/loss.h"
#include "models/error.h"

#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct lxw_format;
struct lxw_workbook;

namespace trestle {

/// What a cell holds, which says how it is written.
enum class CellKind : std::uint8_t {
    text,
    wrapped, ///< over several lines where it is long
    money,   ///< dollars and cents
    dollars, ///< whole dollars
    decimal, ///< with two decimals
    whole,
    percent,
    date,
    month,
};

struct CellLook {
    CellKind kind = CellKind::text;
    bool isStrong = false;
    bool isInput = false; ///< meant to be changed by who reads the file
    bool isHeader = false;
    bool isTotal = false; ///< with a line above it
    bool isTitle = false;
    bool isFaint = false;
    bool isLabel = false;  ///< of a row: at the left whatever it is
    bool isFigure = false; ///< of a column of figures: at the right
    int indent = 0;
    friend auto operator<=>(const CellLook&, const CellLook&) = default;
};

/// A spreadsheet in the making. Texts are cleaned and kept to the length that a cell holds; what that took from them is
/// counted.
class XlsxBook {
public:
    /// What a cell can hold, in units of UTF-16.
    static constexpr std::size_t kLongestText = 32767;

    XlsxBook(std::string_view title, std::chrono::sys_seconds madeAt);
    ~XlsxBook();
    XlsxBook(const XlsxBook&) = delete;
    XlsxBook& operator=(const XlsxBook&) = delete;

    [[nodiscard]] lxw_workbook* get() const { return m_book; }
    lxw_format* format(const CellLook& look);
    /// As a cell can hold it.
    std::string text(std::string_view text);

    [[nodiscard]] std::vector<Loss> losses() const;
    /// The bytes of the file; the book is of no use afterwards. Errors: diskFull or fileUnwritable, of the folder for
    /// temporary files.
    Result<std::string> finish();

private:
    class Output;
    std::unique_ptr<Output> m_output;
    lxw_workbook* m_book = nullptr;
    std::map<CellLook, lxw_format*> m_formats;
    TextCleaner m_cleaner{"\t\n"};
    std::size_t m_cut = 0;
};

} // namespace trestle
