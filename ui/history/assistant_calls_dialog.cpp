#include "ui/history/assistant_calls_dialog.h"

#include "ui/base/format.h"
#include "ui/base/format_time.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace trestle {

namespace {

constexpr int kWidth = 720;
constexpr int kHeight = 420;

QString titleOf(const Catalogue& catalogue, const QString& item)
{
    const Item* known = findItem(catalogue, format::utf8(item));
    return known ? format::text(known->title) : format::text(format::utf8(item));
}

} // namespace

QString callText(const AssistantCall& call, const Catalogue& catalogue)
{
    const QJsonObject arguments = QJsonDocument::fromJson(QByteArray::fromStdString(call.arguments)).object();
    if (call.tool == "propose_state")
        return AssistantCallsDialog::tr("Proposed a state for “%1”")
            .arg(titleOf(catalogue, arguments[QLatin1String("item")].toString()));
    if (call.tool == "read_plan")
        return AssistantCallsDialog::tr("Read the plan");
    if (call.tool == "catalogue")
        return AssistantCallsDialog::tr("Read what counts as in place");
    if (call.tool == "figures")
        return AssistantCallsDialog::tr("Read the figures");
    if (call.tool == "risk")
        return AssistantCallsDialog::tr("Asked how sure the figures are");
    if (call.tool == "goal")
        return AssistantCallsDialog::tr("Looked for ways to a goal");
    if (call.tool == "scan")
        return AssistantCallsDialog::tr("Scanned the prototype’s folder");
    if (call.tool == "export")
        return AssistantCallsDialog::tr("Took the plan as a file (%1)")
            .arg(format::text(format::utf8(arguments[QLatin1String("format")].toString())));
    return format::text(call.tool);
}

AssistantCallsDialog::AssistantCallsDialog(const std::vector<AssistantCall>& calls, const Catalogue& catalogue,
                                           QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("assistantCallsDialog"));
    setWindowTitle(tr("What assistants asked"));
    auto* explanation = new QLabel(tr("An assistant that you connected to this plan reads it and proposes states. "
                                      "Nothing it proposes counts until you accept it, unless you allowed edits."),
                                   this);
    explanation->setWordWrap(true);
    auto* list = new QTreeWidget(this);
    list->setObjectName(QStringLiteral("assistantCalls"));
    list->setAccessibleName(tr("Calls of assistants, newest first"));
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setHeaderLabels({tr("When"), tr("Assistant"), tr("What it did"), tr("Outcome")});
    for (auto call = calls.rbegin(); call != calls.rend(); ++call)
        new QTreeWidgetItem(list, {format::dateTime(call->at), format::text(call->client), callText(*call, catalogue),
                                   call->failed ? tr("Refused") : tr("Done")});
    list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    list->header()->setStretchLastSection(true);
    if (list->topLevelItemCount() > 0)
        list->setCurrentItem(list->topLevelItem(0));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(explanation);
    column->addWidget(list, 1);
    column->addWidget(buttons);
    list->setFocus();
    resize(kWidth, kHeight);
}

} // namespace trestle
