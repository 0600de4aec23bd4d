#pragma once

#include "data/exchange/export_source.h"
#include "data/exchange/html/html_text.h"

#include <string>

/// The drawings of the page, as inline SVG: shapes from data, colours from the page's style sheet.
namespace trestle::html {

/// The phases with work as rows, each a bar over the days of the likely plan and paler until it is as sure as the plan
/// wants, for those who read chances; stretches to the width that there is.
std::string ganttChart(const ExportSource& source, Escaper& escape);
/// Twenty projects like this one, by when they finish; those that keep the promise are filled.
std::string oddsChart(const Risk& risk, int confidence);
/// The share of simulated plans that are done by a day.
std::string finishCurve(const Plan& plan, const Risk& risk);

} // namespace trestle::html
