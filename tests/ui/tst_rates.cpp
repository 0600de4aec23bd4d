#include "models/inputs.h"
#include "models/team_rate.h"
#include "tests/ui/support/harness.h"
#include "tests/ui/support/widget_checks.h"
#include "ui/base/settings.h"
#include "ui/team/rate_card_dialog.h"
#include "ui/team/salary_panel.h"
#include "ui/widgets/figure_fields.h"
#include "ui/widgets/segments.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace trestle;

namespace {

QString resultOf(const SalaryPanel& panel)
{
    return panel.findChild<QLabel*>(QStringLiteral("salaryResult"))->text().replace(QChar(0x00A0), u' ');
}

template <class T>
T* part(const QWidget& of, const char* name)
{
    return of.findChild<T*>(QString::fromLatin1(name));
}

/// Settings in a file of their own.
class KeptSettings {
public:
    KeptSettings() { reopen(); }
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("settings.ini")); }
    void close() { m_settings.reset(); }
    void reopen()
    {
        close();
        m_settings = std::make_unique<Settings>(file());
    }
    Settings& operator*() const { return *m_settings; }
    Settings* operator->() const { return m_settings.get(); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
};

RateCard cardOfTwo()
{
    RateCard card;
    static_cast<void>(card.add({"Engineer", Money::dollars(5'000), Money::dollars(8'000), true}));
    static_cast<void>(card.add({"Founder", Money::dollars(4'000), {}, false}));
    return card;
}

} // namespace

/// The user's rates: from a salary to a week, and the rate card.
class TestRates : public testing::UiTest {
    Q_OBJECT
private Q_SLOTS:
    void formulaFollowsEachKey();
    void contractorsHaveAFormulaOfTheirOwn();
    void whatIsNotUnderstoodIsNoRate();
    void partOfFullTimeIsTold();
    void basisComesBack();
    void segmentsAreChosenByKey();
    void panelHasNameAndRoom_data();
    void panelHasNameAndRoom();
    void cardIsKept();
    void handEditedCardsAreReadWithCare();
    void rolesAreEdited();
    void wrongRolesAreRefused();
    void cardCanBeLeftAsItWas();
    void clientsAreToldApart();
    void cardsOfClientsAreKept();
    void handEditedClientsAreReadWithCare();
    void clientsGetCards();
    void wrongClientsAreRefused();
};

void TestRates::formulaFollowsEachKey()
{
    SalaryPanel panel;
    testing::showAt(panel, QSize(540, 220));
    QCOMPARE(resultOf(panel), QStringLiteral("= AUD 5,000 a week"));
    QSignalSpy changed(&panel, &SalaryPanel::changed);
    auto* salary = part<AmountField>(panel, "salaryYearly");
    salary->setFocus();
    salary->selectAll();
    QTest::keyClicks(salary, QStringLiteral("200000"));
    // 200,000 × 1.12 + 18,400 = 242,400; ÷ 44 = 5,509.
    QCOMPARE(resultOf(panel), QStringLiteral("= AUD 5,509 a week"));
    QVERIFY(changed.count() > 0);
    QCOMPARE(panel.rate().cents, Money::dollars(5'509).cents);
    QCOMPARE(part<QLabel>(panel, "salarySuperAmount")->text(), QStringLiteral("% = 24,000"));
    part<NumberField>(panel, "salarySuper")->setText(QStringLiteral("11.5"));
    QCOMPARE(panel.basis().superPercent, 11.5);
    part<NumberField>(panel, "salaryWeeks")->setText(QStringLiteral("40"));
    part<AmountField>(panel, "salaryOnCosts")->setText(QStringLiteral("0"));
    QCOMPARE(panel.rate().cents, Money::dollars(5'575).cents); // 223,000 ÷ 40
    const QString note = part<QLabel>(panel, "salaryNote")->text().replace(QChar(0x00A0), u' ');
    QVERIFY2(note.contains(QStringLiteral("1 July 2025")) && note.contains(QStringLiteral("12 %")), qPrintable(note));
}

void TestRates::contractorsHaveAFormulaOfTheirOwn()
{
    SalaryPanel panel;
    testing::showAt(panel, QSize(540, 220));
    part<QAbstractButton>(panel, "salaryKind1")->click();
    QVERIFY(!part<AmountField>(panel, "salaryYearly")->isVisible());
    part<AmountField>(panel, "salaryFee")->setText(QStringLiteral("1.1k"));
    part<NumberField>(panel, "salaryUnits")->setText(QStringLiteral("4"));
    QCOMPARE(panel.rate().cents, Money::dollars(4'400).cents);
    QCOMPARE(panel.basis().kind, RateKind::contractorPerDay);
    part<QComboBox>(panel, "salaryUnit")->setCurrentIndex(1);
    part<AmountField>(panel, "salaryFee")->setText(QStringLiteral("150"));
    part<NumberField>(panel, "salaryUnits")->setText(QStringLiteral("38"));
    QCOMPARE(panel.basis().kind, RateKind::contractorPerHour);
    QCOMPARE(panel.rate().cents, Money::dollars(5'700).cents);
    // What was entered as a day rate is there still.
    part<QComboBox>(panel, "salaryUnit")->setCurrentIndex(0);
    QCOMPARE(panel.rate().cents, Money::dollars(4'400).cents);
}

void TestRates::whatIsNotUnderstoodIsNoRate()
{
    SalaryPanel panel;
    testing::showAt(panel, QSize(540, 220));
    QSignalSpy changed(&panel, &SalaryPanel::changed);
    for (const char* text : {"0", "54", "x", ""}) {
        part<NumberField>(panel, "salaryWeeks")->setText(QString::fromLatin1(text));
        QVERIFY2(!panel.problem().isEmpty(), text);
        QCOMPARE(resultOf(panel), QStringLiteral("= …"));
    }
    QCOMPARE(changed.count(), 0);
    QCOMPARE(panel.basis().weeksAtWork, 44.0);
}

void TestRates::partOfFullTimeIsTold()
{
    SalaryPanel panel;
    panel.setTime(0.5);
    testing::showAt(panel, QSize(540, 220));
    const QString told = part<QLabel>(panel, "salaryPart")->text().replace(QChar(0x00A0), u' ');
    QVERIFY2(told.contains(QStringLiteral("50 %")) && told.contains(QStringLiteral("2,500")), qPrintable(told));
    panel.setTime(1);
    QVERIFY(!part<QLabel>(panel, "salaryPart")->isVisible());
}

void TestRates::basisComesBack()
{
    for (const auto kind : {RateKind::employee, RateKind::contractorPerDay, RateKind::contractorPerHour}) {
        RateBasis basis = usualBasis(kind);
        basis.amount = Money::dollars(777);
        basis.timeAWeek = 6;
        basis.weeksAtWork = 41.5;
        SalaryPanel panel;
        panel.setBasis(basis);
        QVERIFY(panel.basis() == basis);
    }
}

void TestRates::segmentsAreChosenByKey()
{
    Segments segments(QStringLiteral("kinds"), QStringLiteral("Kind"), {QStringLiteral("A"), QStringLiteral("B")},
                      nullptr);
    testing::showAt(segments, {});
    QSignalSpy chose(&segments, &Segments::chose);
    auto* first = segments.findChild<QAbstractButton*>(QStringLiteral("kinds0"));
    first->setFocus(Qt::TabFocusReason);
    QTest::keyClick(first, Qt::Key_Right);
    QCOMPARE(segments.chosen(), 1);
    QCOMPARE(chose.count(), 1);
    segments.choose(0);
    QCOMPARE(segments.chosen(), 0);
    QCOMPARE(chose.count(), 1);
}

void TestRates::panelHasNameAndRoom_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("employee") << 0;
    QTest::newRow("contractor by the day") << 1;
    QTest::newRow("contractor by the hour") << 2;
}

void TestRates::panelHasNameAndRoom()
{
    QFETCH(int, kind);
    SalaryPanel panel;
    panel.setTime(0.5);
    panel.setBasis(usualBasis(static_cast<RateKind>(kind)));
    testing::showAt(panel, QSize(520, 230));
    const QStringList problems = testing::widgetProblems(panel);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestRates::cardIsKept()
{
    KeptSettings kept;
    kept->setRateCards(RateCards(cardOfTwo()));
    kept.reopen();
    QVERIFY(kept->rateCards().standard() == cardOfTwo());
    kept->setRateCards({});
    kept.reopen();
    QVERIFY(kept->rateCards().standard().roles().empty());
}

void TestRates::handEditedCardsAreReadWithCare()
{
    KeptSettings kept;
    kept.close();
    QFile ini(kept.file());
    QVERIFY(ini.open(QIODevice::WriteOnly));
    ini.write("[rateCard]\nsize=999999999\n"
              "1\\title=Engineer\n1\\costCents=500000\n1\\billCents=lots\n1\\paidOut=true\n"
              "2\\title=Engineer\n2\\costCents=1\n"
              "3\\title=\n3\\costCents=1\n"
              "4\\title=Dear\n4\\costCents=99999999999999999999\n"
              "5\\title=Owing\n5\\costCents=-5\n"
              "6\\title=No rate\n"
              "7\\title=Founder\n7\\costCents=400000\n7\\paidOut=false\n");
    ini.close();
    kept.reopen();
    RateCard expected;
    QVERIFY(expected.add({"Engineer", Money::dollars(5'000), {}, true}).has_value());
    QVERIFY(expected.add({"Founder", Money::dollars(4'000), {}, false}).has_value());
    QVERIFY(kept->rateCards().standard() == expected);
}

void TestRates::rolesAreEdited()
{
    KeptSettings kept;
    RateCardDialog dialog(*kept, {});
    testing::showAt(dialog, QSize(560, 480));
    QVERIFY(!part<QLineEdit>(dialog, "rateCardTitle")->isEnabled());
    const auto add = [&](const char* title, const char* cost, const char* bill) {
        part<QPushButton>(dialog, "rateCardAdd")->click();
        part<QLineEdit>(dialog, "rateCardTitle")->setText(QString::fromLatin1(title));
        part<AmountField>(dialog, "rateCardCost")->setText(QString::fromLatin1(cost));
        part<AmountField>(dialog, "rateCardBill")->setText(QString::fromLatin1(bill));
    };
    add("Tester", "4k", "");
    add("Engineer", "5,000", "8000");
    add("Founder", "4000", "");
    part<QCheckBox>(dialog, "rateCardPaidOut")->setChecked(false);
    auto* list = part<QListWidget>(dialog, "rateCardList");
    QCOMPARE(list->count(), 3);
    list->setCurrentRow(0);
    QCOMPARE(part<QLineEdit>(dialog, "rateCardTitle")->text(), QStringLiteral("Tester"));
    part<QPushButton>(dialog, "rateCardRemove")->click();
    const QStringList problems = testing::widgetProblems(dialog);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    dialog.accept();
    QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
    QVERIFY(kept->rateCards().standard() == cardOfTwo());
}

void TestRates::wrongRolesAreRefused()
{
    KeptSettings kept;
    kept->setRateCards(RateCards(cardOfTwo()));
    RateCardDialog dialog(*kept, {});
    testing::showAt(dialog, QSize(560, 480));
    auto* list = part<QListWidget>(dialog, "rateCardList");
    auto* title = part<QLineEdit>(dialog, "rateCardTitle");
    list->setCurrentRow(1);
    title->setText(QStringLiteral("Engineer"));
    list->setCurrentRow(0);
    QCOMPARE(list->currentRow(), 1); // stays where the mistake is
    QVERIFY(!part<QLabel>(dialog, "rateCardDialogProblem")->text().isEmpty());
    title->setText(QStringLiteral("Founder"));
    part<AmountField>(dialog, "rateCardCost")->setText(QStringLiteral("cheap"));
    dialog.accept();
    QVERIFY(dialog.isVisible());
    QVERIFY(kept->rateCards().standard() == cardOfTwo());
}

void TestRates::cardCanBeLeftAsItWas()
{
    KeptSettings kept;
    kept->setRateCards(RateCards(cardOfTwo()));
    RateCardDialog dialog(*kept, {});
    testing::showAt(dialog, QSize(560, 480));
    part<QPushButton>(dialog, "rateCardRemove")->click();
    dialog.reject();
    QVERIFY(kept->rateCards().standard() == cardOfTwo());
}

void TestRates::clientsAreToldApart()
{
    RateCards cards(cardOfTwo());
    RateCard dear;
    QVERIFY(dear.add({"Engineer", Money::dollars(5'000), Money::dollars(9'000), true}));
    QVERIFY(cards.add(" Acme Pty Ltd ", dear));
    QCOMPARE(cards.all().back().client, std::string("Acme Pty Ltd"));
    for (const char* name : {"Acme Pty Ltd", "acme pty ltd", "  ACME PTY LTD "})
        QVERIFY(cards.of(name) == dear);
    for (const char* name : {"", "  ", "Acme", "Orchard"})
        QVERIFY(cards.of(name) == cardOfTwo());
    const auto problemOf = [](const auto& result) { return result ? -1 : static_cast<int>(result.error()); };
    QCOMPARE(problemOf(cards.add("ACME pty ltd", {})), static_cast<int>(RateCardProblem::clientTaken));
    QCOMPARE(problemOf(cards.add(" ", {})), static_cast<int>(RateCardProblem::noClient));
    QCOMPARE(problemOf(cards.add(std::string(201, 'a'), {})), static_cast<int>(RateCardProblem::clientTooLong));
    QVERIFY(cards.rename(1, "acme pty ltd")); // its own name
    QVERIFY(cards.rename(1, "Orchard"));
    QVERIFY(cards.of("orchard") == dear);
    cards.remove(0); // the default stays
    QVERIFY(cards.standard() == cardOfTwo());
    cards.remove(1);
    QCOMPARE(cards.all().size(), std::size_t{1});
    while (cards.all().size() < RateCards::kMostCards)
        QVERIFY(cards.add("C" + std::to_string(cards.all().size()), {}));
    QCOMPARE(problemOf(cards.add("One more", {})), static_cast<int>(RateCardProblem::tooManyCards));
}

void TestRates::cardsOfClientsAreKept()
{
    KeptSettings kept;
    RateCards cards(cardOfTwo());
    RateCard own;
    QVERIFY(own.add({"Designer", Money::dollars(3'900), Money::dollars(6'100), true}));
    QVERIFY(cards.add("Acme", own));
    QVERIFY(cards.add("Müller & Söhne", {}));
    kept->setRateCards(cards);
    kept.reopen();
    QVERIFY(kept->rateCards() == cards);
    cards.remove(1);
    kept->setRateCards(cards); // fewer: nothing of the old ones is left
    kept.reopen();
    QVERIFY(kept->rateCards() == cards);
}

void TestRates::handEditedClientsAreReadWithCare()
{
    KeptSettings kept;
    kept.close();
    QFile ini(kept.file());
    QVERIFY(ini.open(QIODevice::WriteOnly));
    ini.write("[clientCards]\nsize=999999999\n"
              "1\\client=Acme\n1\\roles\\size=2\n"
              "1\\roles\\1\\title=Engineer\n1\\roles\\1\\costCents=500000\n"
              "1\\roles\\2\\title=Owing\n1\\roles\\2\\costCents=-5\n"
              "2\\client=acme\n2\\roles\\size=0\n"
              "3\\client=\n3\\roles\\size=0\n");
    ini.close();
    kept.reopen();
    const RateCards cards = kept->rateCards();
    QCOMPARE(cards.all().size(), std::size_t{2});
    QCOMPARE(cards.of("Acme").roles().size(), std::size_t{1});
    QVERIFY(cards.standard().roles().empty());
}

void TestRates::clientsGetCards()
{
    KeptSettings kept;
    kept->setRateCards(RateCards(cardOfTwo()));
    {
        RateCardDialog dialog(*kept, "Acme");
        testing::showAt(dialog, QSize(560, 600));
        auto* choice = part<QComboBox>(dialog, "rateCardChoice");
        auto* client = part<QLineEdit>(dialog, "rateCardClient");
        QCOMPARE(choice->currentText(), QStringLiteral("Default"));
        QVERIFY(!client->isEnabled() && !part<QPushButton>(dialog, "rateCardRemoveCard")->isEnabled());
        part<QPushButton>(dialog, "rateCardCopy")->click();
        QCOMPARE(client->text(), QStringLiteral("Acme")); // the plan's client
        part<AmountField>(dialog, "rateCardBill")->setText(QStringLiteral("9,500"));
        part<QPushButton>(dialog, "rateCardNew")->click();
        QCOMPARE(part<QListWidget>(dialog, "rateCardList")->count(), 0);
        QCOMPARE(choice->count(), 3);
        client->setText(QStringLiteral("Orchard"));
        choice->setCurrentIndex(1);
        QCOMPARE(choice->itemText(2), QStringLiteral("Orchard"));
        QCOMPARE(part<AmountField>(dialog, "rateCardBill")->amount(), Money::dollars(9'500));
        const QStringList problems = testing::widgetProblems(dialog);
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
        dialog.accept();
    }
    const RateCards cards = kept->rateCards();
    QVERIFY(cards.standard() == cardOfTwo());
    QCOMPARE(cards.all().size(), std::size_t{3});
    QCOMPARE(cards.of("Acme").roles().front().billRate, std::optional(Money::dollars(9'500)));
    QVERIFY(cards.of("Orchard").roles().empty() && cards.placeOf("Orchard") == 2);
    RateCardDialog dialog(*kept, "acme"); // opens with the card of the plan's client
    testing::showAt(dialog, QSize(560, 600));
    QCOMPARE(part<QComboBox>(dialog, "rateCardChoice")->currentText(), QStringLiteral("Acme"));
    part<QPushButton>(dialog, "rateCardRemoveCard")->click();
    QCOMPARE(part<QComboBox>(dialog, "rateCardChoice")->currentText(), QStringLiteral("Default"));
    dialog.accept();
    QCOMPARE(kept->rateCards().placeOf("Acme"), std::size_t{0});
}

void TestRates::wrongClientsAreRefused()
{
    KeptSettings kept;
    RateCards cards(cardOfTwo());
    QVERIFY(cards.add("Acme", {}));
    QVERIFY(cards.add("Orchard", {}));
    kept->setRateCards(cards);
    RateCardDialog dialog(*kept, "Orchard");
    testing::showAt(dialog, QSize(560, 600));
    auto* choice = part<QComboBox>(dialog, "rateCardChoice");
    auto* client = part<QLineEdit>(dialog, "rateCardClient");
    for (const char* wrong : {"", "acme"}) {
        client->setText(QString::fromLatin1(wrong));
        choice->setCurrentIndex(0);
        QCOMPARE(choice->currentIndex(), 2); // stays where the mistake is
        QVERIFY(!part<QLabel>(dialog, "rateCardDialogProblem")->text().isEmpty());
        QCOMPARE(client->text(), QString::fromLatin1(wrong));
    }
    dialog.accept();
    QVERIFY(dialog.isVisible());
    QVERIFY(kept->rateCards() == cards);
}

TRESTLE_UI_TEST(TestRates)
#include "tst_rates.moc"
