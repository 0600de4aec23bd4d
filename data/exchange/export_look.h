#pragma once

#include "data/exchange/chart_kind.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trestle {

/// Who sends a document; all UTF-8, each may be empty.
struct Letterhead {
    std::string company;
    std::string preparedBy;
    std::string note; ///< of the sender to the reader, on the first page
    std::string logo; ///< the bytes of a PNG picture
    friend bool operator==(const Letterhead&, const Letterhead&) = default;
};

enum class PaperSize : std::uint8_t { a4, a3, letter };

inline constexpr std::array kPaperSizes{PaperSize::a4, PaperSize::a3, PaperSize::letter};

/// Its name on the command line: "a4", "a3", "letter".
std::string_view keyOf(PaperSize paper);

/// Parts of a report, in their order.
enum class ReportPart : std::uint8_t {
    summary,   ///< the promise, the phases, what is in place and what is not
    progress,  ///< what was promised, what happened, what it says of the rest
    plan,      ///< every item with people, dates and cost, and its bar
    money,     ///< use of funds by month and milestone; the price, for a client
    risk,      ///< chances, risks and what moves the finish
    scenarios, ///< side by side
    changes,   ///< since a version
    sources,   ///< where the figures come from
};

inline constexpr std::array kReportParts{ReportPart::summary, ReportPart::progress, ReportPart::plan,
                                         ReportPart::money,   ReportPart::risk,     ReportPart::scenarios,
                                         ReportPart::changes, ReportPart::sources};

/// Its name on the command line: "summary", "plan" and so on.
std::string_view keyOf(ReportPart part);

/// The least and the most of ExportLook::scale.
inline constexpr int kLeastScale = 1;
inline constexpr int kMostScale = 4;

/// How a document is to look, where a format has a choice.
struct ExportLook {
    Letterhead letterhead;
    PaperSize paper = PaperSize::a4;
    std::optional<std::vector<ReportPart>> parts; ///< absent: those that the audience reads
    bool withGst = false;                         ///< prices and the founder's cost with GST
    int scale = 2;                     ///< pixels of a picture to each of its points, kLeastScale to kMostScale
    ChartKind chart = ChartKind::plan; ///< of a picture
};

} // namespace trestle
