#include "tests/ui/support/harness.h"
#include "tests/ui/support/plan_edits.h"
#include "ui/questions/risk_service.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTranslator>

using namespace trestle;
using testing::inputsOnDisk;
using testing::rename;

namespace {

const QString kItem = QStringLiteral("schema-for-scale");

/// Says everything in another language.
class Shouting : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    QString translate(const char*, const char* text, const char*, int) const override
    {
        return QString::fromUtf8(text).toUpper();
    }
};

} // namespace

class TestPlanSession : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void aFailureKeepsTheEditAndIsRetried();
    void aCopyHoldsWhatTheFileCouldNotTake();
    void aCopyOpens();
    void anotherCatalogueIsAnotherPlan();
    void aCopyIsLabelledInTheUsersLanguage();
    void whatTurnsOutDamagedIsNotUndone();
};

void TestPlanSession::aFailureKeepsTheEditAndIsRetried()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    const std::string before = document.inputs().name;
    {
        const testing::BlockedJournal blocked(open.path());
        rename(document, "Kept in memory");
        QVERIFY(!document.waitUntilSaved());
        QCOMPARE(document.saveState(), PlanDocument::SaveState::Failed);
        QVERIFY(!document.saveError().what.empty());
        QCOMPARE(document.inputs().name, std::string("Kept in memory"));
    }
    document.setItemState(kItem, ItemState::done);
    QVERIFY(QTest::qWaitFor([&] { return document.saveState() == PlanDocument::SaveState::Saved; }));
    const Inputs edited = document.inputs();
    open.reopen();
    QVERIFY(open.document().inputs() == edited);
}

void TestPlanSession::aCopyHoldsWhatTheFileCouldNotTake()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    const testing::BlockedJournal blocked(open.path());
    rename(document, "Only in memory");
    QVERIFY(!document.waitUntilSaved());
    const QString copy = open.folder() + QStringLiteral("/copy.trestle");
    QSignalSpy saved(&document, &PlanDocument::copySaved);
    document.saveCopy(copy);
    QVERIFY(saved.wait());
    QCOMPARE(inputsOnDisk(copy).name, std::string("Only in memory"));
}

void TestPlanSession::aCopyOpens()
{
    testing::OpenPlan open;
    const QString copy = open.folder() + QStringLiteral("/copy.trestle");
    open.document().setItemState(kItem, ItemState::done);
    QSignalSpy saved(&open.document(), &PlanDocument::copySaved);
    QSignalSpy failed(&open.document(), &PlanDocument::copyFailed);
    open.document().saveCopy(copy);
    QVERIFY(saved.wait());
    QVERIFY(inputsOnDisk(copy) == open.document().inputs());
    open.document().saveCopy(copy);
    QVERIFY(failed.wait());
    QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::fileExists);
}

void TestPlanSession::anotherCatalogueIsAnotherPlan()
{
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    QVERIFY(testing::awaitRisk(document));
    const std::shared_ptr<const Risk> before = document.risk();
    const Inputs inputs = document.inputs();
    QVERIFY(document.waitUntilSaved());
    // The same inputs on a catalogue in which everything takes longer.
    const QString other = open.folder() + QStringLiteral("/other.trestle");
    {
        ProjectDocument project = document.project();
        QJsonObject catalogue = QJsonDocument::fromJson(QByteArray::fromStdString(project.catalogue.json)).object();
        QJsonArray phases = catalogue["phases"].toArray();
        QJsonObject phase = phases[0].toObject();
        QJsonObject effort = phase["effort"].toObject();
        for (const QString& part : effort.keys()) {
            QJsonObject figure = effort[part].toObject();
            figure["value"] = figure["value"].toDouble() * 3;
            effort[part] = figure;
        }
        phase["effort"] = effort;
        phases[0] = phase;
        catalogue["phases"] = phases;
        project.catalogue = parseCatalogue(QJsonDocument(catalogue).toJson().toStdString(), "other").value();
        QVERIFY(PlanFile::create(other.toStdString(), project, "Other"));
    }
    QVERIFY(QFile::remove(open.path()) && QFile::rename(other, open.path()));
    QSignalSpy replaced(&document, &PlanDocument::catalogueReplaced);
    QSignalSpy reloaded(&document, &PlanDocument::reloaded);
    // When the workspace of the old catalogue goes, the plan is still that of the old one.
    connect(&document, &PlanDocument::catalogueReplaced, this, [&] { QVERIFY(document.risk() == before); });
    // When the new plan is told of, no chance of the old one stands beside it.
    connect(&document, &PlanDocument::planChanged, this, [&] { QVERIFY(!document.risk()); });
    document.reload();
    QVERIFY(reloaded.wait());
    QCOMPARE(replaced.count(), 1);
    QVERIFY(document.inputs() == inputs);
    QVERIFY(testing::awaitRisk(document));
    QVERIFY(*document.risk() == *simulate(document.plan(), testing::windowsSimulation()));
    QVERIFY(!(*document.risk() == *before));
}

void TestPlanSession::aCopyIsLabelledInTheUsersLanguage()
{
    Shouting shouting;
    QCoreApplication::installTranslator(&shouting);
    testing::OpenPlan open;
    PlanDocument& document = open.document();
    const testing::BlockedJournal blocked(open.path());
    rename(document, "Only in memory");
    QVERIFY(!document.waitUntilSaved());
    const QString copy = open.folder() + QStringLiteral("/copy.trestle");
    QSignalSpy saved(&document, &PlanDocument::copySaved);
    document.saveCopy(copy);
    QVERIFY(saved.wait());
    QCoreApplication::removeTranslator(&shouting);
    const Result<PlanFile> file = PlanFile::open(copy.toStdString(), OpenMode::readOnly);
    QVERIFY(file);
    QCOMPARE(QString::fromStdString(file->history()->back().label), QStringLiteral("CHANGES THAT COULD NOT BE SAVED"));
}

void TestPlanSession::whatTurnsOutDamagedIsNotUndone()
{
    testing::OpenPlan open;
    open.close();
    {
        Result<PlanFile> file = PlanFile::open(open.path().toStdString());
        QVERIFY(file);
        for (int i = 0; i < 60; ++i) {
            Project project = file->document().project;
            project.base.notes.assign(10'000, static_cast<char>('a' + i % 26));
            QVERIFY(file->edit(project, "Notes"));
        }
    }
    QFile plan(open.path());
    QVERIFY(plan.open(QIODevice::ReadWrite));
    const qsizetype old = plan.readAll().indexOf(QByteArray(3000, 'e'));
    QVERIFY(old > 0 && plan.seek(old / 4096 * 4096)); // of a revision that is not the head
    QCOMPARE(plan.write("\xff\xff\xff\xff", 4), 4);
    plan.close();
    open.reopen();
    PlanDocument& document = open.document();
    QVERIFY(rename(document, "Before the damage was seen"));
    QTRY_VERIFY(document.readOnlyReason());
    QVERIFY(!document.canUndo());
    document.undo();
    QCOMPARE(document.inputs().name, std::string("Before the damage was seen"));
}

TRESTLE_UI_TEST(TestPlanSession)
#include "tst_plan_session.moc"
