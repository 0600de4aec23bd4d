#pragma once

#include "data/exchange/loss.h"
#include "models/date.h"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What a client reads, a proposal or a change order: words and figures, apart from how they are set. Made once from an
/// export's source; the DOCX and the PDF hold the same. The words are English in every locale, part of the formats.
/// All texts are clean UTF-8; those that are titles or cells are on one line. Nothing in it is a cost, a rate, a margin
/// or a chance.
namespace trestle {

/// A figure in the box below the title: "Fixed price", "AUD 236,500", "inc GST of AUD 21,500".
struct DocumentFigure {
    std::string caption;
    std::string value;
    std::string detail;
    friend bool operator==(const DocumentFigure&, const DocumentFigure&) = default;
};

/// Something that is built, with the words that make it done.
struct DocumentItem {
    std::string title;
    std::string detail;
    std::string amount; ///< of what is priced apart, without currency; empty: not priced apart
    friend bool operator==(const DocumentItem&, const DocumentItem&) = default;
};

struct DocumentGroup {
    std::string title; ///< empty: the section has one group
    std::vector<DocumentItem> items;
    friend bool operator==(const DocumentGroup&, const DocumentGroup&) = default;
};

/// Items by phase.
struct DocumentItems {
    std::vector<DocumentGroup> groups;
    std::string detailTitle; ///< of what is said of each, where that stands in a column: "It is done when …"
    std::string amountTitle; ///< of the amounts, where items have any: "AUD inc GST"
    bool isToTick = false;   ///< with a box before each, for the client
    friend bool operator==(const DocumentItems&, const DocumentItems&) = default;
};

struct DocumentBullets {
    std::vector<std::string> lines;
    friend bool operator==(const DocumentBullets&, const DocumentBullets&) = default;
};

struct DocumentText {
    std::vector<std::string> paragraphs;
    friend bool operator==(const DocumentText&, const DocumentText&) = default;
};

struct DocumentTable {
    struct Column {
        std::string title;
        bool isFigure = false; ///< set to the right
        int width = 1;         ///< to those of the others
        friend bool operator==(const Column&, const Column&) = default;
    };
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows; ///< each with a cell for each column
    bool hasTotal = false;                      ///< the last row
    friend bool operator==(const DocumentTable&, const DocumentTable&) = default;
};

/// The likely plan's phases as bars, the payments as numbers at their dates.
struct DocumentTimeline {
    struct Bar {
        std::string title;
        Date from{};
        Date to{}; ///< the last day
        friend bool operator==(const Bar&, const Bar&) = default;
    };
    struct Mark {
        std::string number;
        Date day{};
        std::size_t row = 0; ///< into `bars`; their number: a row of its own below them
        friend bool operator==(const Mark&, const Mark&) = default;
    };
    std::vector<Bar> bars;
    std::vector<Mark> marks; ///< by date
    Date promised{};
    std::string promise; ///< "live by 6 July"
    friend bool operator==(const DocumentTimeline&, const DocumentTimeline&) = default;

    /// A month that the axis names, by its first day: "Jan 2027", and the year again only where it is another.
    struct Tick {
        Date day{};
        std::string title;
        friend bool operator==(const Tick&, const Tick&) = default;
    };
    /// Of the axis: the first day of its first month, and that of the month after its last, so that each that is named
    /// has as much room.
    [[nodiscard]] Date first() const;
    [[nodiscard]] Date end() const;
    /// At most twelve, from first() on, as far from one another.
    [[nodiscard]] std::vector<Tick> ticks() const;
    [[nodiscard]] bool hasOwnRow() const; ///< of marks

private:
    [[nodiscard]] int months() const;                ///< that something is in
    [[nodiscard]] std::chrono::months apart() const; ///< from one that is named to the next
};

/// Who signs, side by side.
struct DocumentSignatures {
    struct Party {
        std::string title;
        std::string detail;
        friend bool operator==(const Party&, const Party&) = default;
    };
    std::vector<Party> parties;
    std::vector<std::string> lines; ///< to fill in: "Name", "Signature", "Date"
    friend bool operator==(const DocumentSignatures&, const DocumentSignatures&) = default;
};

struct DocumentSection {
    std::string title;
    std::string detail; ///< may be empty
    std::variant<DocumentItems, DocumentBullets, DocumentText, DocumentTable, DocumentTimeline, DocumentSignatures>
        body;
    bool isHalf = false; ///< may stand beside a neighbour that is half too, where the paper is wide enough
    friend bool operator==(const DocumentSection&, const DocumentSection&) = default;
};

struct ClientDocument {
    std::string company; ///< who sends it; may be empty, as may be …
    std::string logo;    ///< … the bytes of a PNG picture
    std::string head;    ///< of every page: "Proposal for Saltbush Logistics · 28 November 2026"
    std::string foot;    ///< of every page: "Proposal 2026-11-28 · valid until 28 December 2026"
    std::string title;
    std::string note; ///< of the sender to the reader, in lines; may be empty
    std::vector<DocumentFigure> figures;
    std::vector<DocumentSection> sections;
    std::vector<Loss> losses;
    friend bool operator==(const ClientDocument&, const ClientDocument&) = default;
};

} // namespace trestle
