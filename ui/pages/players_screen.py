"""Opens the window of the players, and gives it what they may know: their picture, and the plan of what they know."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from reception_sim.exercise import PlayersPicture
from reception_sim.exercise_plan.for_players import plan_for_players
from ui.pages.decision_terms import terms_in_words
from ui.pages.forecast_shown import ForecastShown
from ui.pages.player_window import PlayerWindow
from ui.state.led_exercise import LedExercise
from ui.theme import Theme


class PlayersScreen(QObject):
    """Stands between the exercise and the players' window: nothing but what passes here ever comes there."""

    withdraw_asked = Signal(int)
    file_asked = Signal(str)  # the name of one that came with an inject
    text_changed = Signal(float)  # times the system's size
    sound_changed = Signal(bool)

    def __init__(self, led: LedExercise, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._led, self._theme, self._page = led, theme, page
        self._places: tuple[str, ...] | None = None
        self._forecast: ForecastShown | None = None
        self.text_times, self.sound = 1.0, False  # of the window when it is opened
        self.window: PlayerWindow | None = None
        led.picture_changed.connect(self._give)
        led.refused.connect(self._refuse)
        led.began.connect(self._forget)

    def show(self) -> PlayerWindow | None:
        """Open the window, on a second screen if there is one; None while no exercise is led."""
        if self._led.exercise is None or self._led.picture is None:
            return None
        if self.window is None:
            self.window = PlayerWindow(self._theme)
            self.window.decided.connect(self._led.decide)
            self.window.withdraw_asked.connect(self.withdraw_asked)
            self.window.file_asked.connect(self._ask_for_file)
            self.window.text_size.show_times(self.text_times)
            self.window.text_size.changed.connect(self.text_changed)
            self.window.sound.setChecked(self.sound)
            self.window.sound.toggled.connect(self.sound_changed)
        self._forget()
        self._give(self._led.picture)
        self._move_to_second_screen(self.window)
        self.window.show()
        return self.window

    def close(self) -> None:
        if self.window is not None:
            self.window.close()

    def show_forecast(self, forecast: ForecastShown | None) -> None:
        """Have a forecast ready, for as long as the trainer lets players see it."""
        self._forecast = forecast
        if self._led.picture is not None:
            self._give_forecast(self._led.picture)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self.window is not None:
            self.window.set_theme(theme)

    def _refuse(self, why: str) -> None:
        """Tell players why what they have decided cannot be had."""
        if self.window is not None:
            self.window.decisions.show_refusal(why)

    def _forget(self) -> None:
        self._places = None

    def _give(self, picture: PlayersPicture) -> None:
        """Show what is known now; of places that are new in it the plan is given first."""
        scenario, exercise = self._led.scenario, self._led.exercise
        if self.window is None or scenario is None or exercise is None:
            return
        if picture.places != self._places:
            self._places = picture.places
            cells = {name: cell.title for name, cell in exercise.cells.items() if cell.plays}
            terms = terms_in_words(exercise, scenario.currency)
            self.window.show_frame(plan_for_players(scenario, picture.places), exercise.title, cells, terms)
        self.window.show_picture(picture)
        self._give_forecast(picture)

    def _give_forecast(self, picture: PlayersPicture) -> None:
        """Give a forecast of what players know, if they may see any."""
        forecast = self._forecast if picture.forecasts else None
        if forecast is not None and not _is_known(forecast.place, picture):
            forecast = None
        if self.window is not None and self.window.forecast_shown is not forecast:
            self.window.show_forecast(forecast)

    def _ask_for_file(self, name: str) -> None:
        """Pass on what players ask to see, if they were sent it."""
        picture = self.window.picture if self.window is not None else None
        if picture is not None and any(name in received.attachments for received in picture.inbox):
            self.file_asked.emit(name)

    def _move_to_second_screen(self, window: QWidget) -> None:
        screens = self._page.screen().virtualSiblings()
        others = [screen for screen in screens if screen is not self._page.screen()]
        if others:
            window.setGeometry(others[0].availableGeometry())
            window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)  # with its frame


def _is_known(place: str, picture: PlayersPicture) -> bool:
    return not place or place in picture.places
