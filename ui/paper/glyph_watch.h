#pragma once

#include "data/exchange/loss.h"

#include <functional>
#include <optional>
#include <set>

class QPainter;

namespace trestle {

/// Finds what is painted as boxes because no font of the system has it. What makes a picture or a page of paper tells
/// the watch of its thread, where there is one, what it paints:
///
///     const GlyphWatch watch;
///     const QByteArray pdf = paperDocument(…); // calls look()
///     watch.loss();                            // the characters that it could not show
class GlyphWatch {
public:
    GlyphWatch();
    ~GlyphWatch();
    GlyphWatch(const GlyphWatch&) = delete;
    GlyphWatch& operator=(const GlyphWatch&) = delete;

    /// Characters that were looked at and that no font has, in their order; none where all are shown.
    [[nodiscard]] std::optional<Loss> loss() const;

    /// Has the watch look at what this paints, by the fonts that it paints with. Nothing is drawn.
    static void look(const std::function<void(QPainter& painter)>& paint);

private:
    std::set<char32_t> m_missing;
    GlyphWatch* m_outer = nullptr;
};

} // namespace trestle
