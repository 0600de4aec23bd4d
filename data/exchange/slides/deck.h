#pragma once

#include "data/exchange/ooxml/ooxml_package.h"
#include "data/exchange/slides/slide.h"
#include "data/exchange/slides/slide_chart.h"

#include <string>

namespace trestle::slides {

/// Slides as one presentation: with the master, the layout and the theme that programs for slides expect.
class Deck {
public:
    explicit Deck(ooxml::PackageFacts facts);

    /// The next slide, to which pictures and charts are added before it is put in.
    [[nodiscard]] Slide next() const { return Slide(m_count + 1); }
    /// Of the next slide: the id of the relationship to a PNG picture, to a chart.
    std::string picture(const std::string& png);
    Result<std::string> chart(const SlideChart& chart);
    void put(const Slide& slide);

    /// Error: internal, with the reason of the library.
    Result<std::string> write();

private:
    [[nodiscard]] std::string nextPart() const;

    ooxml::Package m_package;
    int m_count = 0;
    int m_charts = 0;
    std::chrono::sys_seconds m_madeAt;
};

} // namespace trestle::slides
