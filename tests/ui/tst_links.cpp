#include "models/catalogue.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/dialogs/link_dialog.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>

#include <algorithm>

using namespace trestle;

namespace {

bool linked(const Catalogue& catalogue, const std::string& from, const std::string& to)
{
    return std::ranges::any_of(catalogue.links, [&](const Link& link) { return link.from == from && link.to == to; });
}

/// Two phases in the plan's order without a link from one to the other.
std::pair<QString, QString> freePair(const testing::OpenPlan& open)
{
    const std::vector<PhasePlan>& phases = open.plan().phases;
    for (std::size_t a = 0; a < phases.size(); ++a)
        for (std::size_t b = a + 1; b < phases.size(); ++b)
            if (!linked(open.document().catalogue(), phases[a].id, phases[b].id))
                return {QString::fromStdString(phases[a].id), QString::fromStdString(phases[b].id)};
    qFatal("all are linked");
}

} // namespace

class TestLinks : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void aLinkIsOneEdit();
    void aCircleIsRefusedWithItsReason();
    void theDialogAddsOne();
    void theDialogSaysWhyNot();
};

void TestLinks::aLinkIsOneEdit()
{
    const testing::OpenPlan open;
    const auto [from, to] = freePair(open);
    QVERIFY(addLink(open.document(), from, to));
    QVERIFY(linked(open.document().catalogue(), from.toStdString(), to.toStdString()));
    QVERIFY(open.plan().phases.size() > 1);
    const auto later = std::ranges::find(open.plan().phases, to.toStdString(), &PhasePlan::id);
    QVERIFY(std::ranges::find(later->waitsFor, from.toStdString()) != later->waitsFor.end());
    open.document().undo();
    QVERIFY(!linked(open.document().catalogue(), from.toStdString(), to.toStdString()));
}

void TestLinks::aCircleIsRefusedWithItsReason()
{
    const testing::OpenPlan open;
    QSignalSpy refused(&open.document(), &PlanDocument::editRefused);
    const Link there = open.document().catalogue().links.front();
    QVERIFY(!addLink(open.document(), QString::fromStdString(there.to), QString::fromStdString(there.from)));
    QCOMPARE(refused.size(), qsizetype{1});
    QVERIFY(refused[0][0].value<Error>().code == ErrorCode::cycle);
    QVERIFY(!open.document().canUndo());
}

void TestLinks::theDialogAddsOne()
{
    const testing::OpenPlan open;
    const auto [from, to] = freePair(open);
    LinkDialog dialog(open.document(), from);
    testing::showAt(dialog, {});
    auto* first = dialog.findChild<QComboBox*>(QStringLiteral("linkFrom"));
    auto* then = dialog.findChild<QComboBox*>(QStringLiteral("linkTo"));
    QCOMPARE(first->currentData().toString(), from);
    QVERIFY(then->currentData() != first->currentData());
    QVERIFY(first->hasFocus());
    then->setCurrentIndex(then->findData(to));
    const QStringList problems = testing::widgetProblems(dialog);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
    QVERIFY(linked(open.document().catalogue(), from.toStdString(), to.toStdString()));
}

void TestLinks::theDialogSaysWhyNot()
{
    const testing::OpenPlan open;
    const Link there = open.document().catalogue().links.front();
    LinkDialog dialog(open.document(), QString::fromStdString(there.to));
    testing::showAt(dialog, {});
    auto* then = dialog.findChild<QComboBox*>(QStringLiteral("linkTo"));
    then->setCurrentIndex(then->findData(QString::fromStdString(there.from)));
    dialog.accept();
    QVERIFY(dialog.isVisible());
    bool said = false;
    for (const QLabel* label : dialog.findChildren<QLabel*>())
        said = said || (label->isVisible() && label->text().contains(QStringLiteral("circle")));
    QVERIFY(said);
}

TRESTLE_UI_TEST(TestLinks)
#include "tst_links.moc"
