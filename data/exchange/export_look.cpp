#include "data/exchange/export_look.h"

namespace trestle {

std::string_view keyOf(PaperSize paper)
{
    switch (paper) {
    case PaperSize::a4: return "a4";
    case PaperSize::a3: return "a3";
    case PaperSize::letter: return "letter";
    }
    return {};
}

std::string_view keyOf(ReportPart part)
{
    switch (part) {
    case ReportPart::summary: return "summary";
    case ReportPart::progress: return "progress";
    case ReportPart::plan: return "plan";
    case ReportPart::money: return "money";
    case ReportPart::risk: return "risk";
    case ReportPart::scenarios: return "scenarios";
    case ReportPart::changes: return "changes";
    case ReportPart::sources: return "sources";
    }
    return {};
}

} // namespace trestle
