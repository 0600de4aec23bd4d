#include "ui/progress/books_dialog.h"

#include "models/actual_rules.h"
#include "models/learning.h"
#include "models/typed/pasted_books.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/document/plan_document.h"
#include "ui/widgets/figure_fields.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

#include <algorithm>
#include <set>

namespace trestle {

namespace {

constexpr int kLongestBooksLabel = 200;

QString monthText(std::chrono::year_month month)
{
    return format::monthYear(static_cast<int>(month.year()), static_cast<int>(static_cast<unsigned>(month.month())));
}

QTableWidget* makeBooksTable(QWidget& parent)
{
    auto* table = new QTableWidget(0, 3, &parent);
    table->setObjectName(QStringLiteral("booksTable"));
    table->setAccessibleName(BooksDialog::tr("Amounts from the books"));
    table->setHorizontalHeaderLabels(
        {BooksDialog::tr("Month"), BooksDialog::tr("AUD, ex GST"), BooksDialog::tr("What")});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setCornerButtonEnabled(false);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeaderItem(1)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    constexpr int kShownRows = 7;
    table->setMinimumHeight((kShownRows + 1) * (table->fontMetrics().height() + 12));
    return table;
}

} // namespace

BooksDialog::BooksDialog(PlanDocument& document, QWidget* parent)
    : FormDialog(QStringLiteral("booksDialog"), tr("Money from the books"),
                 tr("What was spent up to the status date, by month. As soon as there is an amount, the books take the "
                    "place of what is worked out from time and rates."),
                 parent),
      m_document(document), m_costs(document.inputs().actualCosts), m_table(makeBooksTable(*this)),
      m_month(new QLineEdit(this)), m_amount(new AmountField(QStringLiteral("booksAmount"), {}, this)),
      m_label(new QLineEdit(this))
{
    addField(tr("&Month"), m_month, QStringLiteral("booksMonth"));
    m_month->setPlaceholderText(tr("Jan 2027"));
    m_amount->setSigned();
    m_amount->setOptional(tr("AUD, ex GST"));
    m_amount->setAmountIfAny({});
    addField(tr("&Amount"), m_amount, QStringLiteral("booksAmount"));
    m_label->setMaxLength(kLongestBooksLabel);
    m_label->setPlaceholderText(tr("Wages"));
    addField(tr("&What"), m_label, QStringLiteral("booksLabel"));

    auto* row = new QWidget(this);
    row->setObjectName(QStringLiteral("booksButtons"));
    auto* buttons = new QHBoxLayout(row);
    buttons->setContentsMargins(0, 0, 0, 0);
    const auto addButton = [&](const char* name, const QString& text, void (BooksDialog::*run)()) {
        auto* button = new QPushButton(text, row);
        button->setObjectName(QString::fromLatin1(name));
        button->setAutoDefault(false);
        buttons->addWidget(button);
        connect(button, &QPushButton::clicked, this, run);
    };
    addButton("booksAdd", tr("A&dd the amount"), &BooksDialog::addTyped);
    addButton("booksPaste", tr("&Paste rows"), &BooksDialog::paste);
    addButton("booksRemove", tr("&Remove"), &BooksDialog::removeSelected);
    buttons->addStretch(1);
    addWide(row);
    addWide(m_table);
    for (QObject* watched : std::initializer_list<QObject*>{m_table, m_month, m_amount, m_label})
        watched->installEventFilter(this);
    constexpr int kWide = 520;
    setMinimumWidth(kWide);
    showRows();
}

/// Takes what was typed into the table; in the fields, Return does so as long as something stands there.
void BooksDialog::addTyped()
{
    m_amount->settle();
    const Date status = statusDate(m_document.inputs());
    const auto month = readTypedMonth(format::utf8(m_month->text()), std::max(status, m_document.today()));
    if (!month) {
        complain(tr("Enter a month, such as Jan 2027."));
        m_month->setFocus();
        return;
    }
    const std::optional<Money> amount = m_amount->amountIfAny();
    if (!amount || !m_amount->problem().isEmpty()) {
        complain(tr("Enter an amount, such as 31,250; a refund with a minus."));
        m_amount->setFocus();
        return;
    }
    m_costs.push_back({*month, *amount, format::utf8(m_label->text().simplified())});
    complain({});
    sortRows();
    showRows();
    m_amount->setAmountIfAny({});
    m_label->clear();
    m_month->setFocus();
    m_month->selectAll();
}

void BooksDialog::paste()
{
    const Date status = statusDate(m_document.inputs());
    const PastedBooks pasted = readPastedBooks(format::utf8(QApplication::clipboard()->text()), status);
    std::ranges::copy(pasted.costs, std::back_inserter(m_costs));
    sortRows();
    showRows();
    if (pasted.costs.empty())
        complain(tr("Copy rows of month, amount and what it is from a table first, then paste them here."));
    else if (!pasted.unread.empty())
        complain(tr("Not taken: “%1”.").arg(format::text(pasted.unread.front()).simplified()));
    else
        complain({});
}

void BooksDialog::removeSelected()
{
    std::set<int, std::greater<>> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows.insert(index.row());
    for (const int row : rows)
        m_costs.erase(m_costs.begin() + row);
    showRows();
}

void BooksDialog::sortRows()
{
    std::ranges::stable_sort(m_costs, {}, &ActualCost::month);
}

void BooksDialog::showRows()
{
    m_table->setRowCount(static_cast<int>(m_costs.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const ActualCost& cost = m_costs[static_cast<std::size_t>(row)];
        m_table->setItem(row, 0, new QTableWidgetItem(monthText(cost.month)));
        auto* amount = new QTableWidgetItem(format::shownAmount(cost.amount));
        amount->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_table->setItem(row, 1, amount);
        m_table->setItem(row, 2, new QTableWidgetItem(format::text(cost.label)));
    }
    m_table->resizeColumnsToContents();
}

void BooksDialog::accept()
{
    const bool isTyped = !m_month->text().trimmed().isEmpty() && m_amount->amountIfAny();
    if (isTyped) {
        addTyped();
        return;
    }
    Inputs after = m_document.inputs();
    after.actualCosts = m_costs;
    if (const auto ok = checkActuals(after); !ok) {
        complain(wording::error(ok.error()));
        return;
    }
    m_document.edit(tr("Money from the books"), [this](Inputs& inputs) { inputs.actualCosts = m_costs; });
    FormDialog::accept();
}

bool BooksDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (watched == m_table && key->matches(QKeySequence::Paste)) {
            paste();
            return true;
        }
        if (watched == m_table && (key->key() == Qt::Key_Delete || key->key() == Qt::Key_Backspace)) {
            removeSelected();
            return true;
        }
        if (watched != m_table && isReturn && !m_month->text().trimmed().isEmpty()) {
            addTyped();
            return true;
        }
    }
    return FormDialog::eventFilter(watched, event);
}

} // namespace trestle
