#include "tests/ui/support/pdf.h"

#include "data/file_io.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>

namespace trestle::testing {

namespace {

QByteArray run(const char* program, const QStringList& options, const QByteArray& pdf, const QStringList& after)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("report.pdf"));
    if (!writeFileAtomically(path.toStdString(),
                             std::string_view(pdf.constData(), static_cast<std::size_t>(pdf.size()))))
        qFatal("no place for the PDF");
    QProcess process;
    process.start(QString::fromLatin1(program), options + QStringList{path} + after);
    if (!process.waitForStarted())
        qFatal("%s is not installed (package poppler-utils)", program);
    process.waitForFinished();
    return process.readAllStandardOutput();
}

} // namespace

QString poppler(const char* program, QStringList options, const QByteArray& pdf, const QStringList& after)
{
    return QString::fromUtf8(run(program, options, pdf, after)).normalized(QString::NormalizationForm_KC);
}

std::vector<PdfPage> pdfPages(const QByteArray& pdf)
{
    std::vector<PdfPage> pages;
    QXmlStreamReader reader(run("pdftotext", {"-bbox"}, pdf, {"-"}));
    const auto number = [&reader](const char* name) {
        return reader.attributes().value(QLatin1String(name)).toDouble();
    };
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == u"page") {
            pages.push_back({{number("width"), number("height")}, {}});
        } else if (reader.name() == u"word") {
            const QPointF from(number("xMin"), number("yMin"));
            const QPointF to(number("xMax"), number("yMax"));
            pages.back().words.push_back({QRectF(from, to), reader.readElementText()});
        }
    }
    return pages;
}

QString pdfFault(const QByteArray& pdf, double margin)
{
    const std::vector<PdfPage> pages = pdfPages(pdf);
    if (pages.empty())
        return QStringLiteral("no pages");
    for (std::size_t p = 0; p < pages.size(); ++p) {
        const auto& [size, words] = pages[p];
        const QRectF inside = QRectF(QPointF(), size).adjusted(margin, margin / 3, -margin, -margin / 3);
        for (std::size_t i = 0; i < words.size(); ++i) {
            const auto where = [&] { return QStringLiteral("page %1: '%2'").arg(p + 1).arg(words[i].text); };
            if (words[i].text.contains(u'…') || words[i].text.contains(QStringLiteral("...")))
                return where() + QStringLiteral(" is cut");
            if (!inside.contains(words[i].box))
                return where() + QStringLiteral(" is outside the page");
            // Boxes are as high as the font's tallest letters: lines may touch, letters may not.
            const auto letters = [](const QRectF& box) {
                return box.adjusted(0.3, box.height() * 0.25, -0.3, -box.height() * 0.2);
            };
            for (std::size_t j = i + 1; j < words.size(); ++j)
                if (letters(words[i].box).intersects(letters(words[j].box)))
                    return where() + QStringLiteral(" is over '%1'").arg(words[j].text);
        }
    }
    return {};
}

} // namespace trestle::testing
