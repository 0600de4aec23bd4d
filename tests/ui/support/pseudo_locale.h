#pragma once

#include <QStringList>
#include <QTranslator>

class QWidget;

namespace trestle::testing {

/// A language of brackets: each text that goes through tr() comes back as ⟦text of before···⟧, one third longer. To be
/// installed before the first window is made.
class PseudoLocale : public QTranslator {
    Q_OBJECT
public:
    using QTranslator::QTranslator;

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source, const char* note, int n) const override;
};

/// What of a text has no brackets around it, and no meaning of its own: without figures, dates and what `known` holds
/// (titles, names, paths: what a plan or its catalogue says).
QString untranslated(const QString& text, const QStringList& known);

/// Each text of the visible widgets below `root` of which a part is untranslated, with the widget's name.
QStringList untranslatedTexts(const QWidget& root, const QStringList& known);

} // namespace trestle::testing
