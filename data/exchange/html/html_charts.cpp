#include "data/exchange/html/html_charts.h"

#include "data/exchange/chart_places.h"
#include "data/exchange/html/html_axis.h"
#include "data/exchange/html/html_text.h"
#include "models/risk/promises.h"

#include <algorithm>
#include <cmath>

namespace trestle::html {

std::string oddsChart(const Risk& risk, int confidence)
{
    constexpr int kStep = 22;
    const OddsDots odds = oddsDots(risk, confidence);
    std::string dots;
    for (const OddsDots::Dot& dot : odds.dots)
        dots += "<circle class=\"" + std::string(dot.kept ? "kept" : "late") + "\" cx=\"" +
                std::to_string(dot.column * kStep + 11) + "\" cy=\"" + std::to_string(-dot.height * kStep - 11) +
                "\" r=\"9\"/>";
    const int all = OddsDots::kColumns * kStep;
    const int tallest = odds.tallest;
    const std::string at = std::to_string(odds.promised * kStep);
    const std::string end = "<line class=\"end\" x1=\"" + at + "\" x2=\"" + at + "\" y1=\"0\" y2=\"" +
                            std::to_string(-tallest * kStep) + "\"/>";
    return "<svg class=\"odds\" role=\"img\" aria-label=\"" + std::to_string(odds.kept) + " of 20\" viewBox=\"0 " +
           std::to_string(-tallest * kStep - 2) + ' ' + std::to_string(all) + ' ' +
           std::to_string(tallest * kStep + 4) + "\" width=\"" + std::to_string(all) +
           "\"><line class=\"axis\" x1=\"0\" x2=\"" + std::to_string(all) + "\" y1=\"0\" y2=\"0\"/>" + end + dots +
           "</svg>\n";
}

std::string finishCurve(const Plan& plan, const Risk& risk)
{
    constexpr double kWidth = 420;
    constexpr double kHeight = 160;
    constexpr double kLeft = 44;
    constexpr double kTop = 12;
    const Date first = plan.calendar.lastDate(0, risk.finishAt(0.01));
    const Date last = plan.calendar.lastDate(0, risk.finishAt(0.99));
    const TimeAxis axis(first, last);
    const auto x = [&](Date day) { return figureText(kLeft + axis.after(day) * kWidth); };
    const auto y = [&](double share) { return figureText(kTop + (1 - share) * kHeight); };
    std::string out = "<svg class=\"curve\" role=\"img\" aria-label=\"Share of simulated plans that are done, by day\" "
                      "viewBox=\"0 0 480 204\">";
    for (const int percent : {0, 50, plan.inputs.confidence, 100}) {
        const double share = percent / 100.0;
        if (percent == 50 && plan.inputs.confidence == 50)
            continue;
        out += "<line class=\"grid\" x1=\"" + figureText(kLeft) + "\" x2=\"" + figureText(kLeft + kWidth) + "\" y1=\"" +
               y(share) + "\" y2=\"" + y(share) + "\"/><text class=\"end\" x=\"" + figureText(kLeft - 6) + "\" y=\"" +
               figureText(kTop + (1 - share) * kHeight + 4) + "\">" + std::to_string(percent) + " %</text>";
    }
    for (const Date day : axis.ticks())
        out += "<text x=\"" + figureText(kLeft + axis.at(day) * kWidth) + "\" y=\"" + figureText(kTop + kHeight + 18) +
               "\">" + std::string(monthName(std::chrono::year_month_day{day}.month()).substr(0, 3)) + "</text>";
    out += "<polyline class=\"line\" points=\"";
    for (int percent = 1; percent <= 99; ++percent)
        out += x(plan.calendar.lastDate(0, risk.finishAt(percent / 100.0))) + ',' + y(percent / 100.0) + ' ';
    const double sure = probability(plan.inputs.confidence);
    const std::string at = x(plan.calendar.lastDate(0, risk.finishAt(sure)));
    out += "\"/><line class=\"sure\" x1=\"" + at + "\" x2=\"" + at + "\" y1=\"" + y(sure) + "\" y2=\"" + y(0) +
           "\"/></svg>\n";
    return out;
}

} // namespace trestle::html
