#include "ui/base/pdf_text.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QRegularExpression>

namespace trestle::pdftext {

namespace {

constexpr int kFarAway = -50'000; // of any page: in device pixels, where a mark is drawn as a path of no width
constexpr int kEnd = 70'000;      // no code unit

bool isPdf(const QPainter& painter)
{
    return painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Pdf;
}

/// Numbers are the heights of the path's points.
void mark(QPainter& painter, const QList<int>& numbers)
{
    QPainterPath path(QPointF(kFarAway, 0));
    for (const int number : numbers)
        path.lineTo(kFarAway, number);
    painter.save();
    painter.resetTransform();
    painter.fillPath(path, Qt::black);
    painter.restore();
}

QByteArray hex(const QString& text)
{
    QByteArray digits = "FEFF";
    for (const QChar c : text)
        digits += QByteArray::number(c.unicode(), 16).rightJustified(4, '0').toUpper();
    return digits;
}

} // namespace

void begin(QPainter& painter, const QString& text)
{
    if (!isPdf(painter))
        return;
    QList<int> numbers;
    for (const QChar c : text)
        numbers << c.unicode();
    mark(painter, numbers);
}

void end(QPainter& painter)
{
    if (isPdf(painter))
        mark(painter, {kEnd});
}

QByteArray withTexts(const QByteArray& contents)
{
    // "-50000 0 m", a line for each number, and what fills the path. Bytes are letters here.
    static const QRegularExpression marks(QStringLiteral("-50000 0 m\\n((?:-50000 \\d+ l\\n)+)f\\*?\\n"));
    static const QRegularExpression number(QStringLiteral(" (\\d+) l"));
    const QString page = QString::fromLatin1(contents);
    QByteArray out;
    qsizetype done = 0;   // of the page, in `out` already
    qsizetype begun = -1; // in `out`, where what is marked starts
    QString text;
    for (auto found = marks.globalMatch(page); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        out += contents.mid(done, match.capturedStart() - done);
        done = match.capturedEnd();
        QString numbers;
        bool isEnd = false;
        for (auto each = number.globalMatch(match.captured(1)); each.hasNext();) {
            const int value = each.next().captured(1).toInt();
            isEnd = isEnd || value == kEnd;
            numbers += QChar(static_cast<char16_t>(value));
        }
        if (!isEnd) {
            text = numbers;
            begun = out.size();
            continue;
        }
        // Readers place the text where its first and last letter are, by what is in force at the marks.
        const qsizetype first = begun < 0 ? -1 : out.indexOf("BT\n", begun);
        const qsizetype last = first < 0 ? -1 : out.lastIndexOf("ET\n");
        if (last > first) {
            out.insert(last + 3, "EMC\n");
            out.insert(first, "/Span <</ActualText <" + hex(text) + ">>> BDC\n");
        }
        begun = -1;
    }
    return out + contents.mid(done);
}

} // namespace trestle::pdftext
