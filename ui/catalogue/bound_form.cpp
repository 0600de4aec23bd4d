#include "ui/catalogue/bound_form.h"

#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/base/wording_catalogue.h"
#include "ui/document/plan_document.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/figure_fields.h"
#include "ui/widgets/reading_order.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>
#include <cmath>
#include <utility>

namespace trestle {

namespace {

/// A box for a paragraph: it is done when it is left.
class ParagraphEdit : public QPlainTextEdit {
public:
    using QPlainTextEdit::QPlainTextEdit;
    std::function<void()> left;

protected:
    void focusOutEvent(QFocusEvent* event) override
    {
        QPlainTextEdit::focusOutEvent(event);
        if (left)
            left();
    }
};

constexpr int kLongestLine = 200;
constexpr int kLongestParagraph = 5000;

} // namespace

BoundForm::BoundForm(const QString& name, CatalogueEdits& edits, QWidget* parent)
    : QWidget(parent), m_edits(edits), m_form(new QFormLayout)
{
    setObjectName(name);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 8);
    column->addLayout(m_form);
    column->addStretch(1);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(8);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows);
}

BoundForm::~BoundForm()
{
    for (QWidget* field : findChildren<QWidget*>())
        field->disconnect(this); // they go after this
}

const Catalogue& BoundForm::catalogue() const
{
    return m_edits.document().catalogue();
}

void BoundForm::show(const std::string& id)
{
    m_id = id;
    refresh();
}

void BoundForm::refresh()
{
    if (std::exchange(m_refreshing, true))
        return;
    for (const auto& refresher : m_refreshers)
        refresher();
    follow();
    m_refreshing = false;
}

void BoundForm::commit(const QString& label, const CatalogueEdits::Change& change)
{
    if (!m_refreshing)
        m_edits.apply(label, change);
}

/// "Effort: Database" in the history.
QString BoundForm::labelled(const QString& field) const
{
    QString plain = field;
    plain.remove(u'&');
    return m_id.empty() ? tr("Catalogue: %1").arg(plain)
                        : tr("%1: %2").arg(wording::nodeTitle(catalogue(), m_id), plain.toLower());
}

void BoundForm::addRow(const QString& label, QWidget* field, const QString& name, const Source& source)
{
    field->setObjectName(name);
    QString plain = label;
    field->setAccessibleName(plain.remove(u'&'));
    const auto place = [&](QWidget* inRow) {
        if (label.isEmpty()) // a box that says itself what it is
            m_form->setWidget(m_form->rowCount(), QFormLayout::FieldRole, inRow);
        else
            addFormRow(*m_form, label, inRow);
    };
    if (!source) {
        place(field);
        return;
    }
    auto* row = new QWidget(this);
    row->setObjectName(name + QStringLiteral("Row"));
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    auto* badge = new Badge(row);
    badge->setObjectName(name + QStringLiteral("Source"));
    line->addWidget(field);
    line->addWidget(badge);
    line->addStretch(1);
    row->setFocusProxy(field);
    place(row);
    m_refreshers.emplace_back([this, badge, source] {
        const Provenance* from = source(catalogue());
        badge->setVisible(from && !from->note.empty());
        if (!from)
            return;
        badge->setKind(from->kind);
        badge->setToolTip(format::text(from->note));
    });
}

void BoundForm::addHeading(const QString& text, const QString& name)
{
    auto* heading = new QLabel(text, this);
    heading->setObjectName(name);
    heading->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
    m_form->addRow(heading);
}

void BoundForm::addWidget(QWidget* widget)
{
    m_form->addRow(widget);
}

void BoundForm::addButton(QPushButton* button)
{
    auto* row = new QWidget(this);
    row->setObjectName(button->objectName() + QStringLiteral("Row"));
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(button);
    line->addStretch(1);
    m_form->addRow(row);
}

void BoundForm::addLine(const QString& label, const QString& name, Read<std::string> read, Write<std::string> write)
{
    auto* field = new QLineEdit(this);
    field->setMaxLength(kLongestLine);
    addRow(label, field, name);
    m_refreshers.emplace_back([this, field, read] {
        if (const QString text = format::raw(read(catalogue())); !field->hasFocus() || !field->isModified())
            field->setText(text);
    });
    const auto change = [field, write](CatalogueEditor& editor) {
        return editor.change([&](Catalogue& now) { write(now, format::utf8(field->text().trimmed())); });
    };
    connect(field, &QLineEdit::textEdited, this, [this, change] { m_edits.problem(change); });
    connect(field, &QLineEdit::editingFinished, this, [this, field, label, change] {
        if (!field->isModified())
            return;
        field->setModified(false);
        commit(labelled(label), change);
        refresh();
    });
}

void BoundForm::addText(const QString& label, const QString& name, Read<std::string> read, Write<std::string> write,
                        int lines)
{
    auto* field = new ParagraphEdit(this);
    field->setTabChangesFocus(true);
    field->setFixedHeight(field->fontMetrics().lineSpacing() * lines);
    addRow(label, field, name);
    m_refreshers.emplace_back([this, field, read] {
        const QString text = format::raw(read(catalogue()));
        if (field->toPlainText() != text && !field->hasFocus())
            field->setPlainText(text);
    });
    field->left = [this, field, label, read, write] {
        const std::string text = format::utf8(field->toPlainText().left(kLongestParagraph).trimmed());
        if (text != read(catalogue()))
            commit(labelled(label),
                   [&](CatalogueEditor& editor) { return editor.change([&](Catalogue& now) { write(now, text); }); });
    };
}

void BoundForm::addCheck(const QString& label, const QString& name, Read<bool> read, Write<bool> write, Source source)
{
    auto* box = new QCheckBox(label, this);
    addRow({}, box, name, source);
    QString plain = label;
    box->setAccessibleName(plain.remove(u'&'));
    m_refreshers.emplace_back([this, box, read] { box->setChecked(read(catalogue())); });
    connect(box, &QCheckBox::clicked, this, [this, label, write](bool on) {
        commit(labelled(label),
               [&](CatalogueEditor& editor) { return editor.change([&](Catalogue& now) { write(now, on); }); });
        refresh();
    });
}

void BoundForm::addNumber(const QString& label, const QString& name, const Range& range, Read<double> read,
                          std::function<Result<void>(CatalogueEditor&, double)> write, Source source)
{
    auto* field = new QDoubleSpinBox(this);
    field->setLocale(format::locale());
    field->setDecimals(range.decimals);
    field->setRange(range.least, range.most);
    field->setSuffix(range.suffix);
    field->setKeyboardTracking(false);
    const QString widest = QStringLiteral("1000") + range.suffix + QString(range.decimals, u'0');
    field->setMinimumWidth(field->fontMetrics().horizontalAdvance(widest) + 56);
    addRow(label, field, name, source);
    const double unit = range.unit;
    m_refreshers.emplace_back([this, field, read, unit] {
        const QSignalBlocker quiet(field);
        field->setValue(read(catalogue()) / unit);
    });
    connect(field, &QDoubleSpinBox::valueChanged, this, [this, label, read, write, unit, field](double shown) {
        // What is shown of the figure is rounded: it is the figure as long as it is not changed.
        const double half = std::pow(10.0, -field->decimals()) / 2;
        if (std::abs(shown - read(catalogue()) / unit) > half)
            commit(labelled(label), [&](CatalogueEditor& editor) { return write(editor, shown * unit); });
        refresh();
    });
}

void BoundForm::addAmount(const QString& label, const QString& name, Read<Money> read, Write<Money> write,
                          Source source)
{
    auto* field = new AmountField(name, {}, this);
    field->setStep(Money::dollars(500));
    addRow(label, field, name, source);
    m_refreshers.emplace_back([this, field, read] { field->setAmount(read(catalogue())); });
    connect(field, &TypedField::settled, this, [this, field, label, write] {
        commit(labelled(label), [&](CatalogueEditor& editor) {
            return editor.change([&](Catalogue& now) { write(now, field->amount()); });
        });
        refresh();
    });
}

void BoundForm::addEfforts(const QString& label, const QString& name, Read<const SourcedRange*> read,
                           Write<ThreePoint> write)
{
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    std::array<EffortField*, 3> fields{};
    std::array<Badge*, 3> badges{};
    QString plain = label;
    plain.remove(u'&');
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const QString part = wording::caseName(kCases.at(i));
        fields.at(i) = new EffortField(name + format::capitalised(part), row);
        fields.at(i)->setAccessibleName(tr("%1, %2").arg(plain, part));
        fields.at(i)->setToolTip(format::capitalised(part));
        badges.at(i) = new Badge(row);
        badges.at(i)->setObjectName(name + format::capitalised(part) + QStringLiteral("Source"));
        line->addWidget(fields.at(i));
        line->addWidget(badges.at(i));
    }
    line->addStretch(1);
    row->setFocusProxy(fields.front());
    addRow(label, row, name);
    row->setAccessibleName({}); // its fields have theirs
    m_refreshers.emplace_back([this, fields, badges, read] {
        const SourcedRange* shown = read(catalogue());
        for (std::size_t i = 0; shown && i < fields.size(); ++i) {
            fields.at(i)->setEffort(shown->value.at(kCases.at(i)));
            badges.at(i)->setKind(shown->from.at(kCases.at(i)).kind);
            badges.at(i)->setToolTip(format::text(shown->from.at(kCases.at(i)).note));
        }
    });
    const auto change = [fields, read, write](CatalogueEditor& editor) {
        return editor.change([&](Catalogue& now) {
            const SourcedRange* before = read(now);
            if (!before)
                return;
            // What a line shows is rounded: untouched it keeps the figure.
            ThreePoint value = before->value;
            for (std::size_t i = 0; i < fields.size(); ++i)
                if (double& point = value.at(kCases.at(i));
                    format::effort(fields.at(i)->effort()) != format::effort(PersonWeeks(point)))
                    point = static_cast<double>(fields.at(i)->effort());
            write(now, value);
        });
    };
    for (EffortField* field : fields)
        connect(field, &TypedField::settled, this, [this, change, label] { commit(labelled(label), change); });
}

void BoundForm::addChoice(const QString& label, const QString& name,
                          Read<std::vector<std::pair<std::string, std::string>>> all, Read<std::string> read,
                          Write<std::string> write)
{
    auto* field = new QComboBox(this);
    addRow(label, field, name);
    m_refreshers.emplace_back([this, field, all, read] {
        const QSignalBlocker quiet(field);
        field->clear();
        for (const auto& [id, title] : all(catalogue()))
            field->addItem(format::text(title), QString::fromStdString(id));
        field->setCurrentIndex(field->findData(QString::fromStdString(read(catalogue()))));
    });
    connect(field, &QComboBox::activated, this, [this, field, label, write] {
        const std::string chosen = field->currentData().toString().toStdString();
        commit(labelled(label),
               [&](CatalogueEditor& editor) { return editor.change([&](Catalogue& now) { write(now, chosen); }); });
        refresh();
    });
}

QWidget* BoundForm::fieldCalled(const QString& name) const
{
    return findChild<QWidget*>(name);
}

void BoundForm::hideRow(QWidget* field, bool hidden)
{
    for (int row = 0; row < m_form->rowCount(); ++row)
        if (QLayoutItem* item = m_form->itemAt(row, QFormLayout::FieldRole);
            item && item->widget() && (item->widget() == field || item->widget()->isAncestorOf(field)))
            m_form->setRowVisible(row, !hidden);
}

} // namespace trestle
