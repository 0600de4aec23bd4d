#pragma once

#include "ui/theme/motion.h"

#include <QProxyStyle>

#include <set>

namespace trestle {

/// Fusion, with the controls that our window uses painted flat, rounded and by role. Widgets say what they are by
/// dynamic properties: `primary` on a button fills it with the accent colour, `link` writes it in that, `chip` rounds it fully, `quiet` leaves
/// out its border until it is hovered or focused, `roomy` gives a table wider cells, `line` draws a splitter's handle
/// as a line, `tight` puts tabs closer together. Letters of shortcuts are underlined while Alt is held.
class Style : public QProxyStyle {
    Q_OBJECT
public:
    Style();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QIcon standardIcon(StandardPixmap icon, const QStyleOption* option, const QWidget* widget) const override;
    void polish(QWidget* widget) override;
    void polish(QApplication* application) override;
    using QProxyStyle::polish;
    bool eventFilter(QObject* watched, QEvent* event) override;

    /// Nothing glides or fades; see theme/motion.h.
    void setMotionReduced(MotionVoice voice, bool reduced);
    [[nodiscard]] bool isMotionReduced() const { return !m_againstMotion.empty(); }

private:
    bool m_altHeld = false;
    std::set<MotionVoice> m_againstMotion;
};

} // namespace trestle
