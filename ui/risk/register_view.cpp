#include "ui/risk/register_view.h"

#include "models/risk_catalogue.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/dialogs/risk_dialog.h"
#include "ui/document/plan_document.h"
#include "ui/questions/question_runner.h"
#include "ui/risk/register_model.h"
#include "ui/risk/register_table.h"
#include "ui/risk/response_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/figure_fields.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/lazy_refresh.h"

#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace trestle {

namespace {

constexpr std::size_t kRegistersRemembered = 8;
constexpr int kNarrowRegister = 900; // narrower than that the response and the owner have no room
constexpr int kNarrowResponses = 560;

/// What is typed in hours counts by the plan's week.
void useHours(const QDialog& dialog, const PlanDocument& document)
{
    for (EffortField* field : dialog.findChildren<EffortField*>())
        field->setHoursPerWeek(document.inputs().hoursPerWeek);
}

QLabel* registerLabel(const char* name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QPushButton* registerButton(const QString& text, const char* name, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setObjectName(QString::fromLatin1(name));
    return button;
}

} // namespace

RegisterView::RegisterView(PlanDocument& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_model(new RegisterModel(document, this)),
      m_responses(new ResponseModel(this)), m_known(kRegistersRemembered),
      m_runner(new QuestionRunner([&document] { return document.sharedPlan(); }, this))
{
    setObjectName(QStringLiteral("riskRegister"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    addHead(*column);
    addTable(*column);
    addResponses(*column);
    connect(m_model, &RegisterModel::refused, this, &RegisterView::refused);
    auto* lazy = new LazyRefresh(*this, LazyRefresh::Visible::AtOnce, [this] { refresh(); });
    connect(&document, &PlanDocument::riskChanged, lazy, &LazyRefresh::mark);
    applyColours();
    refresh();
}

RegisterView::~RegisterView() = default;

void RegisterView::addHead(QVBoxLayout& column)
{
    m_title = registerLabel("registerTitle", this);
    m_title->setText(tr("What may happen"));
    m_title->setWordWrap(false);
    m_sentence = registerLabel("registerSentence", this);
    m_menu = new QMenu(this);
    m_menu->setObjectName(QStringLiteral("riskSuggestionsMenu"));
    m_menu->setToolTipsVisible(true);
    m_suggestions = registerButton({}, "riskSuggestions", this);
    m_suggestions->setToolTip(tr("What the catalogue says may happen to a plan like this; its chances are assumed"));
    m_suggestions->setMenu(m_menu);
    auto* add = registerButton(tr("&Add a risk"), "riskAdd", this);
    connect(add, &QPushButton::clicked, this, &RegisterView::addRisk);
    auto* row = new FlowLayout; // a narrow page has room for one of them at a time
    row->addWidget(m_title);
    row->addWidget(m_suggestions);
    row->addWidget(add);
    column.addLayout(row);
    column.addWidget(m_sentence);
}

void RegisterView::addTable(QVBoxLayout& column)
{
    m_table = new RegisterTable(QStringLiteral("registerTable"), *m_model, this);
    m_table->setAccessibleName(tr("What may happen"));
    m_table->setItemDelegate(new RiskStatusDelegate(m_table));
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed);
    m_table->stretch({RegisterModel::Title, RegisterModel::Impact, RegisterModel::Response});
    m_table->hideBelow(kNarrowRegister, {RegisterModel::Response, RegisterModel::Owner});
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    column.addWidget(m_table);
    m_note = registerLabel("registerNote", this);
    m_edit = registerButton(tr("&Change…"), "riskEdit", this);
    m_response = registerButton(tr("Res&ponse…"), "riskResponse", this);
    m_remove = registerButton(tr("&Remove"), "riskRemove", this);
    m_edit->setToolTip(tr("All of the risk: its phase and what it does (Enter)"));
    m_response->setToolTip(tr("What is done about it, what that costs, and what it leaves"));
    m_remove->setToolTip(tr("Take the risk out of the register (Delete)"));
    auto* row = new FlowLayout;
    for (QPushButton* button : {m_edit, m_response, m_remove})
        row->addWidget(button);
    column.addLayout(row);
    column.addWidget(m_note);

    connect(m_edit, &QPushButton::clicked, this, &RegisterView::editRisk);
    connect(m_response, &QPushButton::clicked, this, &RegisterView::editResponse);
    connect(m_remove, &QPushButton::clicked, this, &RegisterView::removeRisk);
    connect(m_table, &QWidget::customContextMenuRequested, this, &RegisterView::showRowMenu);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (index.flags().testFlag(Qt::ItemIsEditable))
            return;
        if (index.column() == RegisterModel::Response)
            editResponse();
        else
            editRisk();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &RegisterView::followRow);
    const auto key = [this](Qt::Key code, void (RegisterView::*run)()) {
        auto* shortcut = new QShortcut(QKeySequence(code), m_table, nullptr, nullptr, Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    key(Qt::Key_Delete, &RegisterView::removeRisk);
    key(Qt::Key_Return, &RegisterView::editRisk);
    key(Qt::Key_Enter, &RegisterView::editRisk);
    followRow();
}

void RegisterView::addResponses(QVBoxLayout& column)
{
    m_responseTitle = registerLabel("responsesTitle", this);
    m_responseTitle->setText(tr("What a response is worth"));
    m_responseTitle->setWordWrap(false);
    m_responseSentence = registerLabel("responsesSentence", this);
    column.addSpacing(10);
    column.addWidget(m_responseTitle);
    column.addWidget(m_responseSentence);
    m_responseTable = new RegisterTable(QStringLiteral("responseTable"), *m_responses, this);
    m_responseTable->setAccessibleName(m_responseTitle->text());
    m_responseTable->setItemDelegate(new RegisterDelegate(m_responseTable));
    m_responseTable->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_responseTable->stretch({ResponseModel::Title, ResponseModel::Changes});
    m_responseTable->hideBelow(kNarrowResponses, {ResponseModel::Amount});
    column.addWidget(m_responseTable);
}

void RegisterView::refresh()
{
    fillSuggestions();
    m_worth.reset();
    const QuestionKey about = QuestionKey::withConfidence(m_document.plan());
    if (const auto* known = m_known.find(about)) {
        m_runner->cancel();
        m_worth = *known;
    } else {
        ask();
    }
    showWorth();
}

/// Once the plan's own simulation is there, from which the answer starts.
void RegisterView::ask()
{
    const std::shared_ptr<const Risk> risk = m_document.risk();
    if (!risk || m_document.inputs().risks.events.empty()) {
        m_runner->cancel();
        return;
    }
    m_runner->ask(
        m_document.sharedPlan(),
        [risk](const Plan& plan, const QuestionOptions& options) {
            QuestionOptions known = options;
            known.known = risk;
            return registerWorth(plan, known);
        },
        [this, about = QuestionKey::withConfidence(m_document.plan())](Result<RegisterWorth> worth) {
            if (!worth)
                return;
            m_worth = std::make_shared<const RegisterWorth>(std::move(*worth));
            m_known.keep(about, m_worth);
            showWorth();
        });
}

void RegisterView::showWorth()
{
    const Plan& plan = m_document.plan();
    const bool any = !plan.inputs.risks.events.empty();
    if (m_worth || !any)
        m_model->setWorth(m_worth.get());
    QString sentence;
    if (!any)
        sentence = tr("Nothing yet. Add what could go wrong in this plan, or choose from what the catalogue suggests: "
                      "the promise then counts it.");
    else if (m_worth)
        sentence = registerwords::together(plan, *m_worth);
    m_sentence->setText(sentence);
    m_table->setVisible(any);
    for (QPushButton* button : {m_edit, m_response, m_remove})
        button->setVisible(any);
    m_note->setText(registerwords::unpaidWaits(plan));
    m_note->setVisible(any && !m_note->text().isEmpty());
    const std::vector<ResponseRow> responses = registerwords::responses(plan, m_worth.get());
    m_responses->setRows(responses, wording::sure(plan.inputs.confidence));
    const bool hasResponses = !responses.empty();
    m_responseTitle->setVisible(hasResponses);
    m_responseSentence->setVisible(hasResponses);
    m_responseTable->setVisible(hasResponses);
    m_responseSentence->setText(m_worth ? registerwords::paysForItself(plan, *m_worth) : QString());
    followRow();
}

void RegisterView::fillSuggestions()
{
    m_menu->clear();
    const auto suggestions = suggestedRisks(m_document.catalogue(), m_document.inputs());
    for (const SuggestedRisk* suggestion : suggestions) {
        QString title = format::text(suggestion->title);
        QAction* action = m_menu->addAction(
            tr("%1, %2").arg(title.replace(u'&', QStringLiteral("&&")), format::percent(suggestion->p.value)));
        action->setToolTip(format::text(suggestion->explanation));
        connect(action, &QAction::triggered, this, [this, id = suggestion->id] { addSuggestion(id); });
    }
    const auto count = static_cast<int>(suggestions.size());
    m_suggestions->setText(
        (m_document.inputs().risks.events.empty() ? tr("S&uggestions: %1") : tr("S&uggestions: %1 more")).arg(count));
    m_suggestions->setVisible(count > 0);
}

void RegisterView::addSuggestion(const std::string& id)
{
    const auto suggestions = suggestedRisks(m_document.catalogue(), m_document.inputs());
    const auto found = std::ranges::find(suggestions, id, [](const SuggestedRisk* risk) { return risk->id; });
    if (found == suggestions.end())
        return;
    const RiskEvent event = eventOf(**found);
    if (m_document.edit(tr("Add %1").arg(registerwords::titleOf(event)),
                        [&](Inputs& inputs) { trestle::addRisk(inputs.risks, event); }))
        makeCurrent(id);
}

void RegisterView::addRisk()
{
    RiskEvent event;
    event.p = 0.2;
    event.phase = m_document.catalogue().phases.front().id;
    RiskDialog dialog(m_document.catalogue(), event, tr("Add a risk"), this);
    useHours(dialog, m_document);
    if (dialog.exec() != QDialog::Accepted)
        return;
    event = dialog.event();
    event.id = freeRiskId(m_document.inputs().risks, event.title);
    if (m_document.edit(tr("Add %1").arg(registerwords::titleOf(event)),
                        [&](Inputs& inputs) { trestle::addRisk(inputs.risks, event); }))
        makeCurrent(event.id);
}

void RegisterView::editRisk()
{
    const RiskEvent* event = findRisk(m_document.inputs().risks, currentId());
    if (!event)
        return;
    const RiskEvent before = *event;
    RiskDialog dialog(m_document.catalogue(), before, tr("Risk %1").arg(before.number), this);
    useHours(dialog, m_document);
    if (dialog.exec() == QDialog::Accepted)
        m_model->change(before.id, tr("Change %1").arg(registerwords::titleOf(before)),
                        [after = dialog.event()](RiskEvent& to) { to = after; });
}

void RegisterView::editResponse()
{
    const RiskEvent* event = findRisk(m_document.inputs().risks, currentId());
    if (!event)
        return;
    const RiskEvent before = *event;
    ResponseDialog dialog(before, this);
    useHours(dialog, m_document);
    if (dialog.exec() == QDialog::Accepted)
        m_model->change(before.id, tr("Response to %1").arg(registerwords::titleOf(before)),
                        [after = dialog.event()](RiskEvent& to) { to = after; });
}

void RegisterView::removeRisk()
{
    const RiskEvent* event = findRisk(m_document.inputs().risks, currentId());
    if (!event)
        return;
    m_document.edit(tr("Remove %1").arg(registerwords::titleOf(*event)), [id = event->id](Inputs& inputs) {
        std::erase_if(inputs.risks.events, [&](const RiskEvent& one) { return one.id == id; });
    });
}

void RegisterView::showRowMenu(const QPoint& place)
{
    const QModelIndex at = m_table->indexAt(place);
    if (at.isValid())
        m_table->setCurrentIndex(at);
    const std::string id = currentId();
    if (id.empty())
        return;
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("riskRowMenu"));
    menu.addAction(tr("&Change…"), this, &RegisterView::editRisk);
    menu.addAction(tr("Res&ponse…"), this, &RegisterView::editResponse);
    menu.addSeparator();
    const QModelIndex row = m_table->currentIndex();
    const QVariantList states = row.data(RegisterModel::StatesRole).toList();
    const RiskEvent* event = findRisk(m_document.inputs().risks, id);
    for (const QVariant& state : states) {
        const auto status = static_cast<RiskStatus>(state.toInt());
        QAction* action = menu.addAction(format::capitalised(wording::riskStatus(status)), this,
                                         [this, id, status] { m_model->setStatus(id, status); });
        action->setCheckable(true);
        action->setChecked(event && event->status == status);
    }
    menu.addSeparator();
    menu.addAction(tr("&Remove"), this, &RegisterView::removeRisk);
    menu.exec(m_table->viewport()->mapToGlobal(place));
}

void RegisterView::followRow()
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid()) // whoever is current is marked as well, so that no risk is removed unseen
        m_table->selectionModel()->select(current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    for (QPushButton* button : {m_edit, m_response, m_remove})
        button->setEnabled(current.isValid());
}

void RegisterView::makeCurrent(const std::string& id)
{
    if (const int row = m_model->rowOf(id); row >= 0)
        m_table->setCurrentIndex(m_model->index(row, RegisterModel::Title));
    m_table->setFocus(Qt::OtherFocusReason);
}

std::string RegisterView::currentId() const
{
    return m_model->idAt(m_table->currentIndex().row());
}

void RegisterView::applyColours()
{
    for (QLabel* title : {m_title, m_responseTitle})
        title->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
    for (QLabel* label : {m_sentence, m_note, m_responseSentence}) {
        QPalette quiet = label->palette();
        quiet.setColor(QPalette::WindowText, roleColor(Role::TextMuted, palette()));
        label->setPalette(quiet);
    }
}

void RegisterView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
}

} // namespace trestle
