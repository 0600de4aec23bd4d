#include "ui/theme/tip_text.h"

#include <QStringList>

namespace trestle {

QString wrappedTip(const QString& text)
{
    constexpr qsizetype kLine = 60;
    QStringList lines;
    for (const QString& line : text.split(u'\n')) {
        QString rest = line;
        while (rest.size() > kLine) {
            qsizetype space = rest.lastIndexOf(u' ', kLine);
            if (space <= 0)
                space = rest.indexOf(u' ', kLine);
            if (space <= 0)
                break;
            lines += rest.left(space);
            rest.remove(0, space + 1);
        }
        lines += rest;
    }
    return lines.join(u'\n');
}

QString tipParagraph(const QString& label, const QString& text)
{
    const QString shown = wrappedTip(label + text);
    // No line ends within a label.
    return QStringLiteral("<p style='white-space: pre'><b>%1</b>%2</p>")
        .arg(label.toHtmlEscaped(), shown.mid(label.size()).toHtmlEscaped());
}

} // namespace trestle
