#include "ui/dialogs/help_dialogs.h"

#include "ui/theme/theme.h"
#include "ui/tr.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace trestle {

namespace {

QLabel* addLabel(QBoxLayout& column, const QString& name, const QString& text, const QFont& font)
{
    auto* label = new QLabel(text);
    label->setObjectName(name);
    label->setFont(font);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column.addWidget(label);
    return label;
}

void finish(QDialog& dialog, QVBoxLayout& column)
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, &dialog);
    buttons->setObjectName(dialog.objectName() + QStringLiteral("Buttons"));
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    column.addSpacing(8);
    column.addWidget(buttons);
    column.setContentsMargins(24, 24, 24, 16);
    column.setSpacing(12);
    dialog.setMinimumWidth(480);
    dialog.exec();
}

} // namespace

void showAbout(QWidget* parent)
{
    QDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("aboutDialog"));
    dialog.setWindowTitle(tr("About Trestle"));
    auto* column = new QVBoxLayout(&dialog);
    const QFont font = dialog.font();
    addLabel(*column, QStringLiteral("aboutName"), tr("Trestle %1").arg(QCoreApplication::applicationVersion()),
             scaledFont(font, 1.5, QFont::DemiBold));
    addLabel(*column, QStringLiteral("aboutWhat"),
             tr("A planning estimator: from a prototype to production, in weeks and Australian dollars."), font);
    addLabel(
        *column, QStringLiteral("aboutPrivacy"),
        tr("No network, no telemetry: Trestle opens no connection, counts nothing and sends nothing. Plans stay in "
           "files on this computer."),
        font);
    addLabel(
        *column, QStringLiteral("aboutLicence"),
        tr("Free software under the GNU General Public License, version 3 or later. It comes without any warranty."),
        font);
    finish(dialog, *column);
}

void showGuide(QWidget* parent)
{
    QDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("guideDialog"));
    dialog.setWindowTitle(tr("How Trestle works"));
    auto* column = new QVBoxLayout(&dialog);
    const QFont font = dialog.font();
    addLabel(*column, QStringLiteral("guideText"),
             tr("Answer the questions about your product at the left, then tick what is already in place. Every tick "
                "recomputes the plan at once: how much work is left, who does it when, and what it costs. Select a "
                "phase or an item to see why it stands where it does and where each figure comes from. Every change is "
                "kept in the plan's file at once and can be undone, tomorrow as well; the History page shows them all. "
                "Nothing leaves this computer: no network, no telemetry."),
             font);
    const std::array<std::pair<QString, QString>, 8> keys{{
        {tr("Space"), tr("item in place; again: partly; again: to build")},
        {tr("X"), tr("item not needed")},
        {tr("Return"), tr("note and owner of an item")},
        {tr("Ctrl+F"), tr("filter the checklist")},
        {tr("Ctrl+1, 2, …"), tr("Plan, Cost and the other pages")},
        {tr("F4"), tr("details of the selection")},
        {tr("Ctrl+wheel"), tr("zoom the chart")},
        {tr("Ctrl+Z"), tr("undo any change")},
    }};
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto& [key, meaning] : keys) {
        auto* name = new QLabel(key, &dialog);
        name->setObjectName(QStringLiteral("guideKey%1").arg(row + 1));
        name->setFont(scaledFont(font, 1, QFont::DemiBold));
        auto* text = new QLabel(meaning, &dialog);
        text->setObjectName(QStringLiteral("guideMeaning%1").arg(row + 1));
        grid->addWidget(name, row, 0);
        grid->addWidget(text, row, 1);
        ++row;
    }
    column->addLayout(grid);
    finish(dialog, *column);
}

} // namespace trestle
