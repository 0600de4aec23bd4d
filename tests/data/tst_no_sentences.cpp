#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <array>
#include <set>

namespace {

/// A string literal of C++ and where it stands.
struct Literal {
    QString text;
    int line = 0;
    bool inAssert = false;
};

// Not as raw strings, which moc cannot read.
constexpr const char* kToken = "//[^\\n]*|/\\*.*?\\*/"
                               "|\\#include[^\\n]*"
                               "|R\"(?<mark>[^(\\s]*)\\((?<raw>.*?)\\)\\k<mark>\""
                               "|\"(?<text>(?:[^\"\\\\\\n]|\\\\.)*)\""
                               "|'(?:[^'\\\\\\n]|\\\\.[^'\\n]{0,6})'"
                               "|(?<assert>\\bassert\\()|(?<end>;)";

/// The string literals of a source, without comments, characters and includes. Neighbours that C++ joins are one.
QList<Literal> literalsOf(const QString& source)
{
    static const QRegularExpression token(QLatin1StringView(kToken), QRegularExpression::DotMatchesEverythingOption);
    QList<Literal> found;
    bool inAssert = false;
    qsizetype after = -1; // where the last literal ended
    for (auto it = token.globalMatch(source); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        inAssert =
            (inAssert || match.hasCaptured(QStringLiteral("assert"))) && !match.hasCaptured(QStringLiteral("end"));
        const bool isRaw = match.hasCaptured(QStringLiteral("raw"));
        if (!isRaw && !match.hasCaptured(QStringLiteral("text")))
            continue;
        const QString text = match.captured(isRaw ? QStringLiteral("raw") : QStringLiteral("text"));
        const bool joins = after >= 0 && source.mid(after, match.capturedStart() - after).trimmed().isEmpty();
        if (joins)
            found.last().text += text;
        else
            found.append({text, static_cast<int>(source.first(match.capturedStart()).count(u'\n')) + 1, inAssert});
        after = match.capturedEnd();
    }
    return found;
}

/// A word of two letters or more with a space at its side: "at most ", "not a file".
bool isSentence(const QString& text)
{
    static const QRegularExpression words(QLatin1StringView("[[:alpha:]]{2,}[,;:.]? | [[:alpha:]]{2,}"));
    return words.match(text).hasMatch();
}

/// What may stand below ui/ and app/ although it looks like a sentence, by file and beginning, and why.
struct Allowed {
    const char* file;
    const char* beginning; ///< a regular expression
    const char* why;
};
constexpr auto kAllowed = std::to_array<Allowed>({
    {"data/plan_file/.*", "(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|PRAGMA|VACUUM|ALTER|LEFT JOIN| WHERE| VALUES)\\b",
     "SQL"},
    {"data/plan_file/schema\\.cpp", "\\*\\*\\* in database", "the heading of SQLite's report"},
    {"data/plan_file/format\\.h", "SQLite format 3", "the first bytes of a database"},
    {"data/plan_file/plan_lock\\.cpp", " \\(process | on ", "the holder, as it stands in the lock file"},
    {"data/plan_file/row_writer\\.cpp", "columns of ", "names a broken invariant of ours"},
    {"data/json\\.cpp", "; (last read|expected) ?", "parts of the JSON parser's messages that are cut out"},
    {"models/calendar/holiday_rules\\.cpp", ".*", "names of holidays, and of the acts and pages that set them"},
    {"models/typed/pasted_people\\.cpp", "(full|half) time$", "words that are read, not told"},
    {"models/typed/typed_progress\\.cpp", "[a-z ]+$", "the same"},
    {"data/exchange/csv\\.cpp", "(Effort|Start|Finish|AUD|Slack|Drives|Waits|Made) [a-z]",
     "column titles: part of the format"},
    {"data/exchange/export_facts\\.cpp", "(Made|Plan) [a-z]+$", "titles: part of the formats"},
    {"data/exchange/icalendar\\.cpp",
     "( starts| finishes| % sure|target date|launch, |invoice | of | ex GST; GST |; due |AUD )",
     "what an event is called: part of the format"},
    {"data/exchange/xlsx/xlsx_[a-z]+_sheets?\\.cpp", ".*",
     "titles and notes of the sheets: part of the format, one language"},
    {"data/exchange/xlsx/xlsx_book\\.cpp", "(d )?mmm yyyy$", "how dates are shown: part of the format"},
    {"data/exchange/xlsx/xlsx_pages\\.(cpp|h)", "(Cost by month|Use of funds|under|over|Spent [a-z])", "the same"},
    {"data/exchange/mermaid\\.cpp", "(    (title|section|dateFormat) |crit, $|Target date$| % sure$)",
     "statements and tags of the format, and what a milestone is called: part of the format"},
    {"data/exchange/(cash_flow|people)_csv\\.cpp", "(AUD|Cash|Week|Working|Days) [a-zA-Z0-9]",
     "column titles: part of the format"},
    {"data/exchange/(backlog|backlog_csv|github_script)\\.cpp", ".*",
     "column titles, the words in tickets, and a script with its messages: part of the formats"},
    {"data/formats/pack\\.cpp", "[A-Z].*\\.$|Gantt chart$",
     "what the README of a pack says, and a file's name: one language"},
    {"data/formats/pack_readme\\.cpp", ".*", "the README of a pack: one language"},
    {"data/exchange/slides/.*", ".*",
     "the slides and their words, which are English in every locale, and the parts of a presentation: part of the "
     "format"},
    {"data/exchange/english_text\\.cpp", "( to |due at once$|due within $| days?$)",
     "between two dates of such documents, and when they want money"},
    {"data/mcp/server\\.cpp", "(Parse error|Invalid (Request|params)|Method not found|Internal error)$",
     "what JSON-RPC calls its errors: part of the protocol"},
    {"data/scanner/skip_rules\\.cpp", "(do not|don't|not be) [a-z]+$", "how generated files say so: read, not told"},
    {"data/scanner/(facts_python|package_tables)\\.cpp", "(--editable|(name|source|virtual|editable) =) $",
     "how a line of a list of packages begins: read, not told"},
    {"data/exchange/ooxml/ooxml_package\\.cpp", "<\\?xml ", "the declaration of XML"},
    {"data/exchange/proposal/.*", ".*",
     "a client's document and its words, English in every locale: part of the formats"},
    {"data/exchange/html/.*", ".*", "the page and its words, which are English in every locale: part of the format"},
    {"data/exchange/csv\\.cpp", "(running cost|Spent so far)$", "a row's kind and title: part of the format"},
    {"data/(formats/export_formats|exchange/mspdi/mspdi_reader)\\.cpp", "MS Project XML$",
     "a format's name, the same in every language"},
    {"data/exchange/(tasks_table/(heading_words|cell_values)|times/times_columns)\\.cpp", ".*",
     "words that are read, not told"},
    {"data/exchange/mspdi/mspdi_fields\\.h", "(Low|Likely|High) (duration|cost)$", "column titles: part of the format"},
});

const Allowed* allowanceFor(const QString& file, const QString& text)
{
    for (const Allowed& allowed : kAllowed)
        if (QRegularExpression(QStringLiteral("^(?:%1)$").arg(QLatin1StringView(allowed.file)))
                .match(file)
                .hasMatch() &&
            QRegularExpression(QStringLiteral("^(?:%1)").arg(QLatin1StringView(allowed.beginning)))
                .match(text)
                .hasMatch())
            return &allowed;
    return nullptr;
}

QStringList sources()
{
    QStringList files;
    const QDir top(QStringLiteral(TRESTLE_SOURCE));
    for (const char* folder : {"models", "data"}) {
        QDirIterator it(top.filePath(QLatin1StringView(folder)), {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                        QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            files += top.relativeFilePath(it.next());
    }
    files.sort();
    return files;
}

} // namespace

/// What people read stands in ui/ and app/cli/: models/ and data/ return kinds with arguments. So no string literal in
/// them is a sentence or a part of one, but for what the list above allows.
class TestNoSentences : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsSentencesFromOtherText_data();
    void tellsSentencesFromOtherText();
    void readsLiterals();
    void modelsAndDataHaveNone();
};

void TestNoSentences::tellsSentencesFromOtherText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("sentence");
    for (const char* text : {"not a file", "at most ", " weeks", "0 or more", "PNG image", "integer out of range: "})
        QTest::addRow("'%s'", text) << QString::fromLatin1(text) << true;
    for (const char* text : {"", " ", ", ", "/team/0", "phaseNotes", "-journal", "yyyy-MM-dd", " \\t,:", "a b", "2 d"})
        QTest::addRow("'%s'", text) << QString::fromLatin1(text) << false;
}

void TestNoSentences::tellsSentencesFromOtherText()
{
    QFETCH(QString, text);
    QFETCH(bool, sentence);
    QCOMPARE(isSentence(text), sentence);
}

void TestNoSentences::readsLiterals()
{
    const QList<Literal> found =
        literalsOf(QStringLiteral("#include \"no one\"\n"
                                  "// \"not this\"\n"
                                  "/* nor\n \"this\" */ char c = '\"'; f(\"one \\\"two\\\" \"\n"
                                  "  \"three\", R\"(four \"five\")\");\n"
                                  "assert(x && \"six\"); g(\"seven\");"));
    QCOMPARE(found.size(), 4);
    QCOMPARE(found[0].text, QStringLiteral("one \\\"two\\\" three"));
    QCOMPARE(found[0].line, 4);
    QCOMPARE(found[1].text, QStringLiteral("four \"five\""));
    QVERIFY(found[2].inAssert && found[2].text == QStringLiteral("six"));
    QVERIFY(!found[3].inAssert && found[3].text == QStringLiteral("seven"));
}

void TestNoSentences::modelsAndDataHaveNone()
{
    const QStringList files = sources();
    QVERIFY(files.size() > 100);
    QStringList sentences;
    std::set<const Allowed*> used;
    for (const QString& path : files) {
        QFile file(QStringLiteral(TRESTLE_SOURCE "/") + path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const Literal& literal : literalsOf(QString::fromUtf8(file.readAll()))) {
            if (literal.inAssert || !isSentence(literal.text))
                continue;
            if (const Allowed* allowed = allowanceFor(path, literal.text))
                used.insert(allowed);
            else
                sentences += QStringLiteral("%1:%2: \"%3\"").arg(path).arg(literal.line).arg(literal.text);
        }
    }
    QVERIFY2(sentences.isEmpty(),
             qPrintable(QStringLiteral("Use a kind with arguments for:\n") + sentences.join(u'\n')));
    for (const Allowed& allowed : kAllowed)
        QVERIFY2(used.contains(&allowed), allowed.why); // what nothing needs any longer goes from the list
}

QTEST_APPLESS_MAIN(TestNoSentences)
#include "tst_no_sentences.moc"
