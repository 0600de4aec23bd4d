#include "tests/ui/support/pseudo_locale.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTabBar>
#include <QTableView>
#include <QTextDocumentFragment>
#include <QTreeView>
#include <QWidget>

#include <algorithm>
#include <map>

namespace trestle::testing {

namespace {

constexpr QChar kOpen(0x27e6);
constexpr QChar kClose(0x27e7);

/// Not what is in brackets, which may hold others.
QString outside(const QString& text)
{
    QString left;
    int depth = 0;
    for (const QChar c : text) {
        if (c == kOpen)
            ++depth;
        else if (c == kClose)
            --depth;
        else if (depth == 0)
            left += c;
    }
    return left;
}

const QRegularExpression& figures()
{
    // Dates as QLocale writes them, money, quarters and ordinals.
    static const QRegularExpression expression = [] {
        const QLocale locale(QLocale::English, QLocale::Australia);
        QStringList words{QStringLiteral("AUD"),  QStringLiteral("Ctrl"), QStringLiteral("Shift"),
                          QStringLiteral("Alt"),  QStringLiteral("Esc"),  QStringLiteral("Trestle"),
                          QStringLiteral("am"),   QStringLiteral("pm"),   QStringLiteral("F\\d+"),
                          QStringLiteral("[A-Z]")};
        for (int i = 1; i <= 12; ++i)
            words << locale.monthName(i) << locale.monthName(i, QLocale::ShortFormat) << locale.monthName(i).left(3);
        for (int i = 1; i <= 7; ++i)
            words << locale.dayName(i) << locale.dayName(i, QLocale::ShortFormat);
        return QRegularExpression(QStringLiteral("\\b(%1)\\b").arg(words.join(u'|')));
    }();
    return expression;
}

/// The texts of one widget, by what they are.
std::multimap<QString, QString> textsOf(const QWidget& widget)
{
    std::multimap<QString, QString> texts;
    const auto add = [&](const char* kind, const QString& text) {
        if (!text.isEmpty())
            texts.emplace(QString::fromLatin1(kind), text);
    };
    add("tool tip", widget.toolTip());
    add("accessible name", widget.accessibleName());
    add("accessible description", widget.accessibleDescription());
    if (widget.isWindow())
        add("title", widget.windowTitle());
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        add("text", QString(label->text()).remove(QRegularExpression(QStringLiteral("\\w+…")))); // cut: its tip has all
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        add("text", button->text());
    if (const auto* line = qobject_cast<const QLineEdit*>(&widget))
        add("placeholder", line->placeholderText());
    if (const auto* edit = qobject_cast<const QPlainTextEdit*>(&widget))
        add("placeholder", edit->placeholderText());
    if (const auto* box = qobject_cast<const QComboBox*>(&widget))
        for (int i = 0; i < box->count(); ++i)
            add("choice", box->itemText(i));
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget))
        for (int i = 0; i < tabs->count(); ++i)
            add("tab", tabs->tabText(i));
    if (const auto* header = qobject_cast<const QHeaderView*>(&widget); header && header->model())
        for (int i = 0; i < header->count(); ++i)
            add("heading", header->model()->headerData(i, header->orientation()).toString());
    for (const QAction* action : widget.actions())
        if (action->isVisible())
            add("command", action->text());
    return texts;
}

bool isText(const QString& text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isLetter(); });
}

} // namespace

QString PseudoLocale::translate(const char* /*context*/, const char* source, const char* /*note*/, int /*n*/) const
{
    const QString text = QString::fromUtf8(source);
    // Joints such as ", " are no text; %1 to %9 stand for others.
    if (!isText(QString(text).remove(QRegularExpression(QStringLiteral("%\\d|%n|<[^>]*>")))))
        return {};
    QString padding;
    for (qsizetype length = 0; length * 3 < text.size(); ++length)
        padding += length % 6 == 5 ? u' ' : u'·'; // where a longer word would end
    return kOpen + text + padding + kClose;
}

QString untranslated(const QString& text, const QStringList& known)
{
    QString left = Qt::mightBeRichText(text) ? QTextDocumentFragment::fromHtml(text).toPlainText() : text;
    left = outside(left.remove(u'&').replace(QChar(0x00a0), u' '));
    for (const QString& part : known)
        left.replace(part, QStringLiteral(" "), Qt::CaseInsensitive); // a sentence may begin with it
    left.remove(figures());
    return isText(left) ? left.simplified() : QString();
}

QStringList untranslatedTexts(const QWidget& root, const QStringList& known)
{
    QStringList longestFirst = known;
    for (QString& part : longestFirst)
        part.replace(QChar(0x00a0), u' ');
    longestFirst.removeAll(QString());
    std::ranges::sort(longestFirst, std::greater(), &QString::size);
    QStringList found;
    QWidgetList all = root.findChildren<QWidget*>();
    all += const_cast<QWidget*>(&root); // findChildren gives what may be changed; nothing is
    for (const QWidget* widget : std::as_const(all)) {
        if (!widget->isVisible())
            continue;
        for (const auto& [kind, text] : textsOf(*widget))
            if (const QString left = untranslated(text, longestFirst); !left.isEmpty())
                found += QStringLiteral("%1, %2: \"%3\" of \"%4\"").arg(widget->objectName(), kind, left, text);
    }
    return found;
}

} // namespace trestle::testing
